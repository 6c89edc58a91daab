#include <rekindle/repair/repair.h>
