package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the lines of nouns that were read from a text again, for those who edit it. */
final class MultivariantItems {
    private final ByteSpan text;
    private final List<MultivariantItem> items = new ArrayList<>();
    private int rawStart;

    private MultivariantItems(ByteSpan text) {
        this.text = text;
        this.rawStart = text.start();
    }

    /**
     * All lines of a text, in order.
     *
     * @param nouns what {@link MultivariantPlaylistReader} read from this very text
     */
    static List<MultivariantItem> of(ByteSpan text, List<AttributeTag> nouns) {
        Map<Integer, AttributeTag> byValue = new HashMap<>();
        for (AttributeTag noun : nouns) {
            byValue.put(noun.attributes().text().span().start(), noun);
        }
        MultivariantItems items = new MultivariantItems(text);
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        Variant variant = null;
        while (line.next()) {
            if (line.kind() == LineScanner.Kind.URI && variant != null) {
                items.add(line, null, variant);
                variant = null;
            } else if (line.kind() == LineScanner.Kind.TAG) {
                AttributeTag noun = byValue.get(line.valueStart());
                if (noun != null) {
                    items.add(line, noun, null);
                    variant = noun instanceof Variant found ? found : variant;
                }
            }
        }
        items.raw(text.end());
        return items.items;
    }

    private void add(LineScanner line, @Nullable AttributeTag noun, @Nullable Variant uriOf) {
        raw(line.lineStart());
        items.add(new MultivariantItem(text.slice(line.lineStart(), line.nextLine()), noun, uriOf));
        rawStart = line.nextLine();
    }

    /** Keeps the lines up to an offset as they stand. */
    private void raw(int to) {
        if (to > rawStart) {
            items.add(MultivariantItem.raw(text.slice(rawStart, to)));
        }
    }
}
