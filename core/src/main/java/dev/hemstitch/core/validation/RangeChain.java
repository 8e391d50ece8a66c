package dev.hemstitch.core.validation;

import dev.hemstitch.core.uri.UriReferences;
import java.util.Optional;

/** What a byte range without offset follows: the range before it, if there is one. */
final class RangeChain {
    private enum Before {
        /** Nothing, or a whole resource. */
        NO_RANGE,
        /** A range, perhaps one that does not say where it ends. */
        RANGE,
        /** Something that cannot be told. */
        UNKNOWN
    }

    private Before before;
    private String uri = "";
    private Optional<Long> end = Optional.empty();

    RangeChain(boolean isUnknown) {
        this.before = isUnknown ? Before.UNKNOWN : Before.NO_RANGE;
    }

    /** Whether a range says where it begins: by its offset, or as the next of the same resource. */
    boolean resolves(WrittenRange range, String itsUri) {
        return range.offset().isPresent()
                || before == Before.UNKNOWN
                || (before == Before.RANGE && isSameResource(itsUri));
    }

    private boolean isSameResource(String other) {
        return uri.equals(other) || resolved(uri).equals(resolved(other));
    }

    private static String resolved(String reference) {
        return UriReferences.resolve("here/", reference);
    }

    /** Whether a range ends beyond 2^64-1. */
    boolean overflows(WrittenRange range, String itsUri) {
        return first(range, itsUri).filter(range::overflowsFrom).isPresent();
    }

    /** Where a range begins, if that can be told. */
    private Optional<Long> first(WrittenRange range, String itsUri) {
        return range.offset().isPresent() || !resolves(range, itsUri) ? range.offset() : end;
    }

    /** A range stands here. */
    void range(WrittenRange range, String itsUri) {
        end = first(range, itsUri)
                .filter(offset -> !range.overflowsFrom(offset))
                .map(offset -> offset + range.length());
        uri = itsUri;
        before = Before.RANGE;
    }

    /** A whole resource stands here. */
    void whole() {
        before = Before.NO_RANGE;
        end = Optional.empty();
    }

    /** Something stands here that cannot be read. */
    void unreadable() {
        before = Before.UNKNOWN;
        end = Optional.empty();
    }
}
