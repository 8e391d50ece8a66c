package dev.hemstitch.core.diff;

import dev.hemstitch.core.uri.UriReferences;
import java.util.HashSet;
import java.util.Set;

/** Says which URIs of two playlists are the same; those on the left must be asked for first. */
final class UriIdentities {
    private final boolean verbatimToo;
    private final String leftBase;
    private final String rightBase;
    private final Set<String> writtenOnLeft = new HashSet<>();

    UriIdentities(UriComparison comparison, String leftBase, String rightBase) {
        this.verbatimToo = comparison == UriComparison.VERBATIM_OR_RESOLVED;
        this.leftBase = comparison == UriComparison.VERBATIM ? "" : leftBase;
        this.rightBase = comparison == UriComparison.VERBATIM ? "" : rightBase;
    }

    Term left(String reference) {
        if (verbatimToo) {
            writtenOnLeft.add(reference);
        }
        return new Term(UriReferences.resolve(leftBase, reference), reference);
    }

    Term right(String reference) {
        String base = writtenOnLeft.contains(reference) ? leftBase : rightBase;
        return new Term(UriReferences.resolve(base, reference), reference);
    }
}
