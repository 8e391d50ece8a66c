package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.SourceLocation;
import java.util.Map;
import java.util.Optional;

/**
 * Tabs within text. Those between the elements of a line count as white space and are none of this class's business; nor
 * are those that the specification asks for, or of a title that is nothing but white space.
 */
final class Tabs {
    private Tabs() {}

    /** The first tab of a line that is a control character where none may stand. */
    static Optional<SourceLocation> forbidden(PlacedLine line, String source) {
        Optional<HlsTag> tag = line.tag();
        if (tag.isEmpty()) {
            String text = line.line().text();
            return within(line, source, source.indexOf(text), text);
        }
        if (tag.get() == HlsTag.INF) {
            int comma = source.indexOf(',');
            return comma < 0
                    ? Optional.empty()
                    : within(line, source, comma, source.substring(comma).strip());
        }
        return tag.get().attributes().isEmpty() ? Optional.empty() : inQuotes(line);
    }

    private static Optional<SourceLocation> within(PlacedLine line, String source, int from, String text) {
        int at = source.indexOf('\t', from);
        return at >= 0 && at < from + text.length() && text.length() > 1
                ? Optional.of(line.atCharacter(at))
                : Optional.empty();
    }

    private static Optional<SourceLocation> inQuotes(PlacedLine line) {
        for (Map.Entry<String, AttributeValue> attribute :
                line.attributes().asMap().entrySet()) {
            AttributeValue value = attribute.getValue();
            boolean separates = attribute.getKey().equals(Skip.RECENTLY_REMOVED_DATERANGES.name());
            if (value.isQuoted() && !separates && value.text().indexOf('\t') >= 0) {
                return Optional.of(line.location(attribute.getKey()));
            }
        }
        return Optional.empty();
    }
}
