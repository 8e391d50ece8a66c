package dev.hemstitch.core.coverage;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the library can do with each tag and attribute, found out by doing it: a mark stands where it was seen to work, a
 * reason where it must not, and a question mark, which fails the test, where neither is so.
 */
final class CoverageTable {
    private static final String YES = "✓";
    private static final PlaylistValidator VALIDATOR = PlaylistValidator.of(ValidationProfile.RFC8216BIS);

    /** Why two playlists that differ there do not differ in what plays. */
    private static final Map<String, String> NO_DIFFERENCE = Map.ofEntries(
            Map.entry("EXTM3U", "layout"),
            Map.entry("EXT-X-VERSION", "layout"),
            Map.entry("EXT-X-DEFINE NAME", "replaced first"),
            Map.entry("EXT-X-DEFINE VALUE", "replaced first"),
            Map.entry("EXT-X-DEFINE IMPORT", "replaced first"),
            Map.entry("EXT-X-DEFINE QUERYPARAM", "replaced first"));

    private CoverageTable() {}

    static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (HlsTag tag : HlsTag.values()) {
            if (tag.attributes().isEmpty()) {
                rows.add(PlainTag.of(tag).row());
            }
            for (Attribute<?> attribute : tag.attributes()) {
                rows.add(row(tag, attribute));
            }
        }
        return rows;
    }

    private static String row(HlsTag tag, Attribute<?> attribute) {
        Sample sample = Sample.of(tag, attribute);
        String text = Context.line(tag, attribute, sample.one());
        return cells(
                tag.tagName() + " " + attribute.name(),
                reads(tag, attribute, text),
                writes(tag, attribute, text),
                builds(tag, attribute, sample),
                validates(tag, attribute, sample),
                differs(tag, attribute, sample));
    }

    static String cells(String name, boolean reads, boolean writes, boolean builds, String validates, boolean differs) {
        String difference = differs ? YES : NO_DIFFERENCE.getOrDefault(name, "?");
        String[] words = name.split(" ", 2);
        return "| " + words[0] + " | " + (words.length > 1 ? words[1] : "") + " | " + mark(reads) + " | " + mark(writes)
                + " | " + mark(builds) + " | " + validates + " | " + difference + " |";
    }

    private static String mark(boolean seen) {
        return seen ? YES : "?";
    }

    private static boolean reads(HlsTag tag, Attribute<?> attribute, String line) {
        return Nouns.of(tag, Context.playlist(tag, line))
                .flatMap(noun -> noun.get(attribute))
                .isPresent();
    }

    /** Canonical writing renders the attribute anew, in its form. */
    private static boolean writes(HlsTag tag, Attribute<?> attribute, String line) {
        String text = PlaylistWriter.canonical(Context.playlist(tag, line)).toString();
        Playlist again = PlaylistParser.lenient().parse(text);
        return text.contains(attribute.name() + "=" + Sample.of(tag, attribute).one())
                && Nouns.of(tag, again).equals(Nouns.of(tag, Context.playlist(tag, line)));
    }

    /** A builder gives the attribute another value by its definition. */
    private static boolean builds(HlsTag tag, Attribute<?> attribute, Sample sample) {
        AttributeTag from = Nouns.of(tag, Context.playlist(tag, Context.line(tag, attribute, sample.one())))
                .orElseThrow();
        AttributeTag other = Nouns.of(tag, Context.playlist(tag, Context.line(tag, attribute, sample.other())))
                .orElse(null);
        AttributeTag built = set(builder(from), attribute, sample);
        return built.line().contains(attribute.name() + "=" + sample.other())
                && (other == null || built.get(attribute).equals(other.get(attribute)));
    }

    private static AttributeTag set(AttributeTag.Builder<?> builder, Attribute<?> attribute, Sample sample) {
        return value(builder, attribute, sample).build();
    }

    private static <T> AttributeTag.Builder<?> value(
            AttributeTag.Builder<?> builder, Attribute<T> attribute, Sample sample) {
        boolean quoted = sample.other().startsWith("\"");
        String text = quoted ? sample.other().substring(1, sample.other().length() - 1) : sample.other();
        if (attribute.type() == AttributeType.QUOTED_OR_ENUMERATED) {
            return builder.set(attribute.name(), quoted ? AttributeValue.quoted(text) : AttributeValue.unquoted(text));
        }
        return builder.set(attribute, attribute.reader().apply(text).orElseThrow());
    }

    private static AttributeTag.Builder<?> builder(AttributeTag noun) {
        try {
            Method method = noun.getClass().getMethod("toBuilder");
            return (AttributeTag.Builder<?>) method.invoke(noun);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(noun.tag() + " has no builder", e);
        }
    }

    /** The codes found at the attribute where its value is none. */
    private static String validates(HlsTag tag, Attribute<?> attribute, Sample sample) {
        String line = Context.line(tag, attribute, sample.broken());
        String text = Context.around(tag, line);
        int number = text.substring(0, text.indexOf(line)).split("\n", -1).length;
        int column = line.indexOf(attribute.name() + "=") + 1;
        return VALIDATOR.validate(PlaylistParser.lenient().parse(text)).findings().stream()
                .filter(found -> found.severity() != Severity.INFO)
                .filter(found ->
                        found.location().line() == number && found.location().column() == column)
                .map(Diagnostic::code)
                .map(Enum::name)
                .sorted()
                .distinct()
                .reduce((left, right) -> left + ", " + right)
                .orElse("?");
    }

    private static boolean differs(HlsTag tag, Attribute<?> attribute, Sample sample) {
        return !PlaylistDiff.of(
                        Context.playlist(tag, Context.line(tag, attribute, sample.one())),
                        Context.playlist(tag, Context.line(tag, attribute, sample.other())))
                .isEmpty();
    }

    static boolean differ(HlsTag tag, String one, String other) {
        return !PlaylistDiff.of(Context.playlist(tag, one), Context.playlist(tag, other))
                .isEmpty();
    }

    /** The codes found at a line, or at one of several. */
    static String found(HlsTag tag, String lines) {
        String text = Context.around(tag, lines);
        int first = text.substring(0, text.indexOf(lines)).split("\n", -1).length;
        int last = first + lines.split("\n", -1).length - 1;
        return VALIDATOR.validate(PlaylistParser.lenient().parse(text)).findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding ->
                        finding.location().line() >= first && finding.location().line() <= last)
                .map(finding -> finding.code().name())
                .sorted()
                .distinct()
                .reduce((left, right) -> left + ", " + right)
                .orElse("?");
    }
}
