package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PartialSegment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A segment in effective terms, but for dates and discontinuities, which are relations between segments. */
final class SegmentTerms {
    private final Function<String, Term> uri;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    private SegmentTerms(Function<String, Term> uri) {
        this.uri = uri;
    }

    static Map<String, Term> of(MediaSegment segment, Function<String, Term> uri) {
        SegmentTerms terms = new SegmentTerms(uri);
        terms.segment(segment);
        return terms.terms;
    }

    /** Fields {@code part 0}, {@code part 1} and so on. */
    static Map<String, Term> ofParts(List<PartialSegment> parts, Function<String, Term> uri) {
        SegmentTerms terms = new SegmentTerms(uri);
        terms.parts(parts);
        return terms.terms;
    }

    private void segment(MediaSegment segment) {
        terms.put("URI", uri.apply(segment.uri()));
        segment.byteRange().ifPresent(range -> terms.put("byte range", Term.of(range.toString())));
        BigDecimal seconds = segment.durationSeconds().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        terms.put("duration", new Term(AttributeTerms.plain(seconds), seconds.toPlainString()));
        for (Key key : segment.keys()) {
            key(key, "key ", segment.initializationVector(key));
        }
        segment.map().ifPresent(this::map);
        if (segment.isGap()) {
            terms.put("gap", Term.of("YES"));
        }
        segment.bitrate().ifPresent(bitrate -> terms.put("bit rate", Term.of(Long.toUnsignedString(bitrate))));
        parts(segment.parts());
    }

    private void key(Key key, String prefix, Optional<String> iv) {
        String name = prefix + (key.keyFormat().equals("identity") ? "" : key.keyFormat() + " ");
        iv.ifPresent(text -> terms.put(name + "IV", new Term(number(text), text)));
        AttributeTerms.add(key, name, uri, terms);
    }

    /** An initialization vector is a number: leading zeros and the case of digits mean nothing. */
    private static String number(String text) {
        if (!text.startsWith("0x") && !text.startsWith("0X")) {
            return text;
        }
        int from = 2;
        while (from < text.length() - 1 && text.charAt(from) == '0') {
            from++;
        }
        return text.substring(from).toUpperCase(Locale.ROOT);
    }

    /** Only keys that encrypt whole resources encrypt an initialization section. */
    private void map(InitializationSection map) {
        for (Key key : map.keys()) {
            KeyMethod method = key.method();
            if (!method.equals(KeyMethod.SAMPLE_AES) && !method.equals(KeyMethod.SAMPLE_AES_CTR)) {
                key(key, "map key ", key.iv());
            }
        }
        AttributeTerms.add(map, "map ", uri, terms);
    }

    private void parts(List<PartialSegment> parts) {
        for (int i = 0; i < parts.size(); i++) {
            terms.put("part " + i, part(parts.get(i)));
        }
    }

    /** The URI comes last: what stands behind its question mark is not shown. */
    private Term part(PartialSegment part) {
        Map<String, Term> attributes = new LinkedHashMap<>();
        part.byteRange().ifPresent(range -> attributes.put("BYTERANGE", Term.of(range.toString())));
        AttributeTerms.add(part, "", uri, attributes);
        Term location = attributes.remove("URI");
        Map<String, Term> sorted = new TreeMap<>(attributes);
        if (location != null) {
            sorted = new LinkedHashMap<>(sorted);
            sorted.put("URI", location);
        }
        return new Term(joined(sorted, Term::key), joined(sorted, Term::shown));
    }

    private static String joined(Map<String, Term> attributes, Function<Term, String> text) {
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text.apply(entry.getValue()))
                .collect(Collectors.joining(","));
    }
}
