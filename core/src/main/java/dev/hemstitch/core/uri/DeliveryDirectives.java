package dev.hemstitch.core.uri;

import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a server by parameters of a playlist's URI (RFC 8216bis, 6.2.5): to hold the answer back until
 * the playlist has a segment or part, and to leave out what the client has.
 *
 * <p>Immutable and safe for use by several threads. Other parameters that begin with {@code _HLS_} are no directives.
 */
public final class DeliveryDirectives {
    /** No directives. */
    public static final DeliveryDirectives NONE = new DeliveryDirectives(null, null, null);

    private static final String MSN = "_HLS_msn";
    private static final String PART = "_HLS_part";
    private static final String SKIP = "_HLS_skip";

    /** {@code _HLS_report} is one of earlier drafts: it says nothing any more, and goes with the others. */
    private static final Set<String> NAMES = Set.of(MSN, PART, SKIP, "_HLS_report");

    private final @Nullable Long msn;
    private final @Nullable Long part;
    private final @Nullable SkipDirective skip;

    private DeliveryDirectives(@Nullable Long msn, @Nullable Long part, @Nullable SkipDirective skip) {
        this.msn = msn;
        this.part = part;
        this.skip = skip;
    }

    /**
     * Reads the directives of a request.
     *
     * @param uri the URI that was asked for, or the part of it from the path on
     * @return the directives; all other parameters are passed over, and of a directive that stands twice the first counts
     */
    public static DirectivesResult of(String uri) {
        String query = UriParts.split(uri).query();
        return ofQuery(query == null ? "" : query);
    }

    /**
     * Reads the directives of a query.
     *
     * @param query the query without its question mark
     * @return the directives, as {@link #of} gives them
     */
    public static DirectivesResult ofQuery(String query) {
        Map<String, String> parameters = QueryParameters.ofQuery(query);
        List<DirectiveProblem> problems = new ArrayList<>();
        Long msn = integer(parameters.get(MSN), DirectiveProblem.MALFORMED_MSN, problems);
        Long part = integer(parameters.get(PART), DirectiveProblem.MALFORMED_PART, problems);
        if (parameters.containsKey(PART) && !parameters.containsKey(MSN)) {
            problems.add(DirectiveProblem.PART_WITHOUT_MSN);
        }
        String word = parameters.getOrDefault(SKIP, "");
        SkipDirective skip = word.isEmpty() ? null : new SkipDirective(word);
        return new DirectivesResult(new DeliveryDirectives(msn, msn == null ? null : part, skip), problems);
    }

    private static @Nullable Long integer(
            @Nullable String value, DirectiveProblem problem, List<DirectiveProblem> problems) {
        Optional<Long> number = value == null ? Optional.empty() : UnsignedIntegers.parse(value);
        if (value != null && number.isEmpty()) {
            problems.add(problem);
        }
        return number.orElse(null);
    }

    /** {@return a builder without any directive} */
    public static Builder builder() {
        return NONE.toBuilder();
    }

    /** {@return a builder that starts with these directives} */
    public Builder toBuilder() {
        return new Builder(msn, part, skip);
    }

    /** {@return the Media Sequence Number that the playlist shall have reached, unsigned 64 bit: {@code _HLS_msn}} */
    public OptionalLong msn() {
        return msn == null ? OptionalLong.empty() : OptionalLong.of(msn);
    }

    /** {@return the index of the part of that segment, from 0, unsigned 64 bit: {@code _HLS_part}; empty for all of it} */
    public OptionalLong part() {
        return part == null ? OptionalLong.empty() : OptionalLong.of(part);
    }

    /** {@return what may be left out: {@code _HLS_skip}; empty for nothing} */
    public Optional<SkipDirective> skip() {
        return Optional.ofNullable(skip);
    }

    /**
     * Writes these directives onto a URI in place of those that it has. Other parameters keep their order and every
     * character; if they stand in UTF-8 order, as RFC 8216bis, 6.3.2 asks, so do all with the directives.
     *
     * @param uri a playlist's URI or a reference to it
     * @return the URI with the directives
     */
    public String applyTo(String uri) {
        UriParts parts = UriParts.split(uri);
        List<String> others = others(parts);
        insert(others, MSN, msn == null ? null : Long.toUnsignedString(msn));
        insert(others, PART, part == null ? null : Long.toUnsignedString(part));
        insert(others, SKIP, skip == null ? null : QueryParameters.encode(skip.value()));
        return written(parts, others);
    }

    /** Inserts a parameter before the first one of a greater name. */
    private static void insert(List<String> parameters, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        int at = 0;
        while (at < parameters.size() && QueryParameters.compareNames(parameters.get(at), name) <= 0) {
            at++;
        }
        parameters.add(at, name + '=' + value);
    }

    /**
     * Takes all directives off a URI.
     *
     * @param uri a URI or a reference
     * @return the URI with all its other parameters as they are
     */
    public static String removeFrom(String uri) {
        UriParts parts = UriParts.split(uri);
        return written(parts, others(parts));
    }

    /**
     * Puts the parameters of a URI in UTF-8 order, as a client must that uses directives (RFC 8216bis, 6.3.2). Not for a
     * URI whose signature covers the order of its parameters.
     *
     * @param uri a URI or a reference
     * @return the URI with all its parameters as they are written; those of one name keep their order
     */
    public static String inOrder(String uri) {
        UriParts parts = UriParts.split(uri);
        String query = parts.query();
        if (query == null) {
            return uri;
        }
        List<String> parameters = QueryParameters.split(query);
        parameters.sort(QueryParameters::compareNames);
        return written(parts, parameters);
    }

    private static List<String> others(UriParts parts) {
        String query = parts.query();
        List<String> parameters = QueryParameters.split(query == null ? "" : query);
        parameters.removeIf(parameter -> NAMES.contains(QueryParameters.name(parameter)));
        return parameters;
    }

    private static String written(UriParts parts, List<String> parameters) {
        String query = parts.query();
        boolean stays = query != null && parameters.equals(QueryParameters.split(query));
        return parts.withQuery(stays ? query : parameters.isEmpty() ? null : String.join("&", parameters))
                .toString();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof DeliveryDirectives other
                && Objects.equals(msn, other.msn)
                && Objects.equals(part, other.part)
                && Objects.equals(skip, other.skip);
    }

    @Override
    public int hashCode() {
        return Objects.hash(msn, part, skip);
    }

    /** {@return the directives as a query} */
    @Override
    public String toString() {
        String query = applyTo("");
        return query.isEmpty() ? query : query.substring(1);
    }

    /** Collects directives; not safe for use by several threads. Defaults: none. */
    public static final class Builder {
        private @Nullable Long msn;
        private @Nullable Long part;
        private @Nullable SkipDirective skip;

        private Builder(@Nullable Long msn, @Nullable Long part, @Nullable SkipDirective skip) {
            this.msn = msn;
            this.part = part;
            this.skip = skip;
        }

        /**
         * Asks for a whole segment.
         *
         * @param newMsn its Media Sequence Number, unsigned 64 bit
         * @return this builder
         */
        public Builder msn(long newMsn) {
            msn = newMsn;
            part = null;
            return this;
        }

        /**
         * Asks for a part of a segment.
         *
         * @param newMsn the segment's Media Sequence Number, unsigned 64 bit
         * @param newPart the index of the part, from 0, unsigned 64 bit
         * @return this builder
         */
        public Builder part(long newMsn, long newPart) {
            msn = newMsn;
            part = newPart;
            return this;
        }

        /**
         * Sets what may be left out.
         *
         * @param newSkip the directive; empty for nothing
         * @return this builder
         */
        public Builder skip(Optional<SkipDirective> newSkip) {
            skip = newSkip.orElse(null);
            return this;
        }

        /** {@return the directives} */
        public DeliveryDirectives build() {
            return new DeliveryDirectives(msn, part, skip);
        }
    }
}
