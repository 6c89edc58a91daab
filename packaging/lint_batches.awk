# Reads groups and sources, tab-separated, sorted by group; writes lines of sources that clang-tidy can check as one text:
# of one group, at most `most`, and no two with a name of their own in common. What a source keeps to itself stands
# between "namespace {" and "} // namespace" at the start of a line, as our layout has it.

BEGIN { FS = "\t" }

# Fills own[] with the names that the source defines for itself, and what each is: two sources may use one name for
# the same type, and nothing else.
function read_names(source,    line, inside, name) {
    delete own
    inside = 0
    while ((getline line < source) > 0) {
        if (line ~ /^namespace \{/) inside = 1
        else if (line ~ /^\} \/\/ namespace$/) inside = 0
        else if (inside && line ~ /^using [A-Za-z0-9_]+ = /) own[substr(line, 7, index(line, " = ") - 7)] = line
        else if (inside && line ~ /^[A-Za-z\[]/ && line !~ /^(using|namespace|return|template)/) {
            name = line
            sub(/^\[\[[a-z]+\]\] /, "", name)
            if (name ~ /^(struct|class|enum)/) {
                sub(/^(struct|class|enum class|enum) /, "", name)
                sub(/[^A-Za-z0-9_].*/, "", name)
            } else {
                sub(/ = .*|[({\[;].*/, "", name)
                sub(/.*[ *&]/, "", name)
            }
            if (name ~ /^[A-Za-z_][A-Za-z0-9_]*$/) own[name] = source
        }
    }
    close(source)
}

{
    if ($1 != last) { first = batches + 1; last = $1 }
    read_names($2)
    for (at = first; at <= batches; at++) {
        fits = size[at] < most
        for (name in own) if ((at, name) in taken && taken[at, name] != own[name]) fits = 0
        if (fits) break
    }
    if (at > batches) batches = at
    text[at] = text[at] (size[at]++ ? " " : "") $2
    for (name in own) taken[at, name] = own[name]
}

END { for (at = 1; at <= batches; at++) print text[at] }
