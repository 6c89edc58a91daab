#include <rekindle/checkpoint/checkpoint.h>
#include <rekindle/inspect/weight_report.h>
