package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Content Steering Pathway.
 *
 * @param id its PATHWAY-ID
 * @param first the tag of its first variant
 * @param variants the first tag of each STABLE-VARIANT-ID of its variants
 * @param renditions the first tag of each STABLE-RENDITION-ID in the groups that its variants refer to
 */
record Pathway(String id, PlacedLine first, Map<String, PlacedLine> variants, Map<String, PlacedLine> renditions) {
    /** The Pathway of variants that name none. */
    private static final String DEFAULT = ".";

    /** More than a presentation has; the others are not looked at, so that the work stays in bounds. */
    private static final int MOST = 64;

    /** The PATHWAY-ID of a variant; nothing if it cannot be read. */
    static Optional<String> idOf(PlacedLine variant) {
        return variant.has(Variant.PATHWAY_ID) ? AttributeTexts.of(variant, Variant.PATHWAY_ID) : Optional.of(DEFAULT);
    }

    /** The Pathways of a Multivariant Playlist, in the order of their first variants. */
    static Collection<Pathway> all(CheckedPlaylist playlist, RenditionGroups groups) {
        Map<String, Pathway> pathways = new LinkedHashMap<>();
        Map<String, Map<String, RenditionGroup>> groupsOf = new LinkedHashMap<>();
        for (PlacedLine line : playlist.all(HlsTag.STREAM_INF)) {
            idOf(line)
                    .filter(id -> pathways.size() < MOST || pathways.containsKey(id))
                    .ifPresent(id -> {
                        Pathway pathway = pathways.computeIfAbsent(
                                id, i -> new Pathway(i, line, new LinkedHashMap<>(), new LinkedHashMap<>()));
                        put(line, Variant.STABLE_VARIANT_ID, pathway.variants);
                        Map<String, RenditionGroup> ofPathway =
                                groupsOf.computeIfAbsent(id, i -> new LinkedHashMap<>());
                        RenditionGroups.types(line)
                                .keySet()
                                .forEach(attribute -> groups.referredTo(line, attribute)
                                        .ifPresent(group -> ofPathway.put(group.key(), group)));
                    });
        }
        Map<String, Map<String, PlacedLine>> idsOf = new HashMap<>();
        pathways.forEach((id, pathway) -> groupsOf.getOrDefault(id, Map.of())
                .forEach((key, group) ->
                        idsOf.computeIfAbsent(key, k -> renditions(group)).forEach(pathway.renditions::putIfAbsent)));
        return pathways.values();
    }

    private static Map<String, PlacedLine> renditions(RenditionGroup group) {
        Map<String, PlacedLine> ids = new LinkedHashMap<>();
        group.members().forEach(member -> put(member, Rendition.STABLE_RENDITION_ID, ids));
        return ids;
    }

    private static void put(PlacedLine line, Attribute<String> attribute, Map<String, PlacedLine> ids) {
        AttributeTexts.of(line, attribute).ifPresent(id -> ids.putIfAbsent(id, line));
    }
}
