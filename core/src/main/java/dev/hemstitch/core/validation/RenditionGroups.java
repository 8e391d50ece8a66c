package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of renditions of a Multivariant Playlist, and what refers to them. */
final class RenditionGroups {
    private static final Map<Attribute<String>, RenditionType> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(Variant.AUDIO, RenditionType.AUDIO);
        TYPES.put(Variant.VIDEO, RenditionType.VIDEO);
        TYPES.put(Variant.SUBTITLES, RenditionType.SUBTITLES);
        TYPES.put(Variant.CLOSED_CAPTIONS, RenditionType.CLOSED_CAPTIONS);
    }

    private final Map<String, RenditionGroup> groups = new LinkedHashMap<>();

    private RenditionGroups() {}

    static RenditionGroups of(CheckedPlaylist playlist) {
        RenditionGroups found = new RenditionGroups();
        for (PlacedLine line : playlist.all(HlsTag.MEDIA)) {
            Optional<RenditionType> type = line.get(Rendition.TYPE);
            Optional<String> id = AttributeTexts.of(line, Rendition.GROUP_ID);
            if (type.isPresent() && id.isPresent()) {
                found.groups
                        .computeIfAbsent(
                                RenditionGroup.key(type.get(), id.get()),
                                key -> new RenditionGroup(type.get(), id.get(), new ArrayList<>()))
                        .members()
                        .add(line);
            }
        }
        return found;
    }

    /** {@return all groups, in the order of their first members} */
    Collection<RenditionGroup> all() {
        return groups.values();
    }

    /** The groups of a TYPE, in order. */
    List<RenditionGroup> all(RenditionType type) {
        return groups.values().stream()
                .filter(group -> group.type().equals(type))
                .toList();
    }

    /** The attributes of a variant that refer to groups of renditions, with the TYPE of each. */
    static Map<Attribute<String>, RenditionType> types(PlacedLine variant) {
        return variant.is(HlsTag.STREAM_INF) ? TYPES : Map.of(Variant.VIDEO, RenditionType.VIDEO);
    }

    /** The GROUP-ID that an attribute of a variant names; nothing if it says that there is no group. */
    static Optional<String> named(PlacedLine variant, Attribute<String> attribute) {
        boolean isWord = attribute.equals(Variant.CLOSED_CAPTIONS)
                && variant.find(attribute.name())
                        .filter(value -> !value.isQuoted())
                        .isPresent();
        return isWord ? Optional.empty() : AttributeTexts.of(variant, attribute);
    }

    /** The group that an attribute of a variant refers to, if there is one. */
    Optional<RenditionGroup> referredTo(PlacedLine variant, Attribute<String> attribute) {
        Optional<RenditionType> type = Optional.ofNullable(types(variant).get(attribute));
        return named(variant, attribute)
                .flatMap(id -> type.map(known -> RenditionGroup.key(known, id)))
                .flatMap(key -> Optional.ofNullable(groups.get(key)));
    }
}
