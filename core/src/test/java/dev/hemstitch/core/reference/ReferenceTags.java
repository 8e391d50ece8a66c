package dev.hemstitch.core.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** All tags of a playlist, looked up by name. */
record ReferenceTags(List<String> lines) {
    private List<String> values(String name) {
        return lines.stream()
                .filter(line -> ReferenceLines.isTag(line)
                        && ReferenceLines.tagName(line).equals(name))
                .map(ReferenceLines::tagValue)
                .toList();
    }

    boolean stands(String name) {
        return !values(name).isEmpty();
    }

    Optional<String> value(String name) {
        return values(name).stream().map(ReferenceLines::strip).findFirst();
    }

    Optional<BigInteger> integer(String name) {
        return value(name).flatMap(ReferenceNumbers::decimalInteger);
    }

    Optional<ReferenceAttributes> attributes(String name) {
        return value(name).map(ReferenceAttributes::of);
    }

    List<ReferenceAttributes> all(String name) {
        return values(name).stream().map(ReferenceAttributes::of).toList();
    }
}
