package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.SessionData;
import dev.hemstitch.core.model.SessionKey;
import dev.hemstitch.core.model.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The tags of a Multivariant Playlist as {@link Item}s. */
final class MultivariantItems {
    private final MultivariantPlaylist playlist;
    private final Function<String, Term> uri;

    MultivariantItems(MultivariantPlaylist playlist, Function<String, Term> uri) {
        this.playlist = playlist;
        this.uri = uri;
    }

    /** The fields of the playlist as a whole. */
    Map<String, Term> playlist() {
        Map<String, Term> terms = new LinkedHashMap<>();
        if (playlist.independentSegments()) {
            terms.put("EXT-X-INDEPENDENT-SEGMENTS", Term.of("YES"));
        }
        playlist.start().ifPresent(tag -> AttributeTerms.add(tag, "EXT-X-START ", uri, terms));
        playlist.contentSteering().ifPresent(tag -> AttributeTerms.add(tag, "EXT-X-CONTENT-STEERING ", uri, terms));
        return terms;
    }

    List<Item> variants() {
        return playlist.variants().stream().map(this::variant).toList();
    }

    private Item variant(Variant variant) {
        Map<String, Term> terms = terms(variant);
        terms.put(Item.URI, uri.apply(variant.uri()));
        String stable = stable(variant.stableVariantId(), variant.pathwayId().orElse("."));
        return item("variant " + variant.uri(), terms, stable);
    }

    List<Item> iFrameVariants() {
        return playlist.iFrameVariants().stream().map(this::iFrameVariant).toList();
    }

    private Item iFrameVariant(IFrameVariant variant) {
        String stable = stable(variant.stableVariantId(), variant.pathwayId().orElse("."));
        return item("I-frame variant " + variant.uri(), terms(variant), stable);
    }

    private Map<String, Term> terms(AttributeTag tag) {
        Map<String, Term> terms = new LinkedHashMap<>();
        AttributeTerms.add(tag, "", uri, terms);
        return terms;
    }

    private static String stable(Optional<String> id, String scope) {
        return id.map(text -> text + "\n" + scope).orElse("");
    }

    /** The same if the stable ID is, else if everything is, else if the URI is, else if everything but the URI is. */
    private static Item item(String subject, Map<String, Term> terms, String stable) {
        Map<String, String> others = new TreeMap<>();
        terms.forEach((field, term) -> others.put(field, term.key()));
        String all = others.toString();
        String location = Optional.ofNullable(others.remove(Item.URI)).orElse("");
        return new Item(subject, terms, List.of(stable, all, location, others.toString()));
    }

    List<Item> renditions() {
        return playlist.renditions().stream().map(this::rendition).toList();
    }

    private Item rendition(Rendition rendition) {
        String group = rendition.type() + " " + rendition.groupId();
        String named = group + " " + rendition.name();
        return new Item(
                "rendition " + named,
                terms(rendition),
                List.of(
                        stable(rendition.stableRenditionId(), group),
                        named + "\n" + rendition.language().orElse(""),
                        named));
    }

    List<Item> sessionData() {
        return playlist.sessionData().stream().map(this::sessionData).toList();
    }

    private Item sessionData(SessionData data) {
        String language = data.get(SessionData.LANGUAGE).map(tag -> " " + tag).orElse("");
        String name = "session data " + data.get(SessionData.DATA_ID).orElse("") + language;
        return new Item(name, terms(data), List.of(name));
    }

    List<Item> sessionKeys() {
        return playlist.sessionKeys().stream().map(this::sessionKey).toList();
    }

    private Item sessionKey(SessionKey key) {
        Map<String, Term> terms = terms(key);
        Term format = terms.getOrDefault("KEYFORMAT", Term.of("identity"));
        Term location = terms.getOrDefault(Item.URI, Term.of(""));
        return new Item(
                "session key " + format.shown() + " " + location.shown(),
                terms,
                List.of(format.key() + "\n" + location.key(), format.key()));
    }
}
