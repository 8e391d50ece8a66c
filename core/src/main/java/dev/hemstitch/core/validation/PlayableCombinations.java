package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a client may play together: the playlist of a variant, or a rendition of its VIDEO group in its place, with one
 * of its AUDIO group. Subtitles may be off, so that they cannot be counted on; I-frames are not played alone.
 */
final class PlayableCombinations {
    private final CheckedPlaylist multivariant;
    private final Predicate<String> isWithout;

    /** For each group whether a rendition of its own playlist lacks what is looked for, and whether one has no playlist. */
    private final Map<String, Boolean> lacking = new HashMap<>();

    private final Map<String, Boolean> inVariant = new HashMap<>();

    /**
     * Combinations of a presentation.
     *
     * @param multivariant the Multivariant Playlist
     * @param isWithout whether the playlist of a URI is known to lack what is looked for
     */
    PlayableCombinations(CheckedPlaylist multivariant, Predicate<String> isWithout) {
        this.multivariant = multivariant;
        this.isWithout = isWithout;
        for (PlacedLine line : multivariant.all(HlsTag.MEDIA)) {
            String group = key(line.text(Rendition.TYPE.name()), line.text(Rendition.GROUP_ID.name()));
            Optional<String> uri = line.text(Rendition.URI.name());
            if (uri.isEmpty()) {
                inVariant.put(group, true);
            } else if (isWithout.test(uri.get())) {
                lacking.put(group, true);
            }
        }
    }

    private static String key(Optional<String> type, Optional<String> group) {
        return type.orElse("") + ' ' + group.orElse("");
    }

    /** The first variant of which a combination lacks it. */
    Optional<PlacedLine> firstWithout() {
        List<PlacedLine> open = new ArrayList<>();
        for (PlacedLine line : multivariant.lines()) {
            if (line.is(HlsTag.STREAM_INF)) {
                open.clear();
                open.add(line);
            } else if (line.isUri() && !open.isEmpty()) {
                boolean variantLacks = isWithout.test(line.uri());
                PlacedLine variant = open.remove(0);
                if (canLack(variant, Variant.VIDEO.name(), variantLacks)
                        && canLack(variant, Variant.AUDIO.name(), variantLacks)) {
                    return Optional.of(variant);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a choice of a type lacks it; without a group of the type the variant's own playlist is the choice. */
    private boolean canLack(PlacedLine variant, String type, boolean variantLacks) {
        Optional<String> group = variant.text(type);
        if (group.isEmpty()) {
            return variantLacks || (type.equals(Variant.AUDIO.name()) && variant.has(Variant.VIDEO));
        }
        String key = key(Optional.of(type), group);
        return lacking.getOrDefault(key, false) || (inVariant.getOrDefault(key, false) && variantLacks);
    }
}
