package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveState;
import dev.hemstitch.core.model.Rendition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ads of a viewer by their ids, and where their playlists are. An id is a short hash of that, so that an ad is the same one
 * in whichever file of decisions it stands, and another ad never takes its id.
 */
final class LiveAdFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SLATE = "slate";
    private static final int ID_BYTES = 6;

    private final InputReader reader;
    private final String rendition;
    private final Presentation channel;
    private final Map<String, JsonNode> references = new HashMap<>();
    private final Map<String, LiveAd> ads = new HashMap<>();
    private final boolean isSlateKnown;
    private Optional<String> slate;

    /**
     * Those that are known from earlier refreshes.
     *
     * @param channel the snapshot, against which the ads' playlists for this rendition are checked
     * @param known what {@link #toKeep} gave
     */
    LiveAdFiles(InputReader reader, String rendition, Presentation channel, ObjectNode known) {
        this.reader = reader;
        this.rendition = rendition;
        this.channel = channel;
        known.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                references.put(entry.getKey(), entry.getValue());
            }
        });
        String id = known.path(SLATE).asText("");
        slate = references.containsKey(id) ? Optional.of(id) : Optional.empty();
        isSlateKnown = slate.isPresent();
    }

    /**
     * Takes an ad in.
     *
     * @param playlist the URI of its playlist; empty if it has only some for renditions
     * @param renditions the URIs of its playlists for renditions by their names
     * @return its id
     */
    String add(String playlist, Map<String, String> renditions) {
        ObjectNode reference = MAPPER.createObjectNode();
        reference.put("playlist", playlist);
        ObjectNode byName = reference.putObject("renditions");
        renditions.forEach(byName::put);
        String id = hash(reference.toString());
        references.put(id, reference);
        return id;
    }

    /** Takes the slate in, unless the viewer has one already: it is the same one for the whole session. */
    void addSlate(String playlist, Map<String, String> renditions) {
        if (slate.isEmpty()) {
            slate = Optional.of(add(playlist, renditions));
        }
    }

    Optional<LiveAd> slate() {
        return slate.flatMap(this::ad);
    }

    /** The ad with an id; empty if nothing is known of it. */
    Optional<LiveAd> ad(String id) {
        return references.containsKey(id) ? Optional.of(ads.computeIfAbsent(id, this::load)) : Optional.empty();
    }

    /** What an operator calls an ad: where its playlist is. */
    String nameOf(String id) {
        return references.containsKey(id) ? whole(id) : id;
    }

    /** Where those ads are that a state names, and the slate: what later refreshes need, whatever is decided then. */
    ObjectNode toKeep(LiveState state) {
        String json = state.toJson();
        ObjectNode kept = MAPPER.createObjectNode();
        references.forEach((id, reference) -> {
            if (json.contains("\"" + id + "\"")) {
                kept.set(id, reference);
            }
        });
        slate.filter(id -> isSlateKnown || isUsable(id)).ifPresent(id -> {
            kept.set(id, references.get(id));
            kept.put(SLATE, id);
        });
        return kept;
    }

    /** Whether this is what {@link #toKeep} gave under a name: an ad's id says where it is, so that no other place has it. */
    static boolean isKept(String name, JsonNode kept) {
        return name.equals(SLATE)
                ? kept.isTextual()
                : kept.isObject() && hash(kept.toString()).equals(name);
    }

    private boolean isUsable(String id) {
        LiveAd ad = ads.get(id);
        return ad != null && ad.problem().isEmpty();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    // --- reading

    private Map<String, String> byRendition(String id) {
        Map<String, String> files = new LinkedHashMap<>();
        reference(id)
                .path("renditions")
                .properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asText()));
        return files;
    }

    private JsonNode reference(String id) {
        return references.getOrDefault(id, MAPPER.createObjectNode());
    }

    /** The playlist that the ad's length is taken from, the same one for all renditions. */
    private String whole(String id) {
        String playlist = reference(id).path("playlist").asText("");
        Map<String, String> files = byRendition(id);
        return playlist.isEmpty() && !files.isEmpty()
                ? files.values().iterator().next()
                : playlist;
    }

    private LiveAd load(String id) {
        Ad ad = load(id, whole(id));
        Map<String, String> files = byRendition(id);
        Map<String, Ad> own = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            String ownId = id + "-" + name;
            Ad loaded = load(ownId, file);
            own.put(name, named(loaded, ownId, name).orElse(loaded));
        });
        if (files.isEmpty()) {
            own.put(rendition, inRendition(ad, id + "-" + rendition));
            inOthers(ad, id, own);
        } else {
            own.putIfAbsent(rendition, named(ad, id, rendition).orElse(ad));
        }
        return LiveAd.ofRenditions(ad, own, Map.of(rendition, channel));
    }

    private Ad load(String id, String uri) {
        return Ad.load(id, uri, new FileSource(reader, uri));
    }

    /** The track that has this rendition's name, or else the one that matches best. */
    private Ad inRendition(Ad ad, String id) {
        return named(ad, id, rendition)
                .orElseGet(() -> ad.presentation()
                        .map(presentation -> Ad.of(id, presentation))
                        .orElse(ad));
    }

    /**
     * All other tracks with sound or pictures too, whatever renditions get them: an ad that does not suit one of them is not
     * used in any. Subtitles are often in longer segments, and the channel may have none.
     */
    private static void inOthers(Ad ad, String id, Map<String, Ad> own) {
        ad.presentation().filter(Presentation::isMultivariant).ifPresent(presentation -> {
            for (Track track : presentation.tracks()) {
                if (track.kind() == TrackKind.MAIN || track.kind() == TrackKind.AUDIO) {
                    own.putIfAbsent(track.name(), of(track, id + "-" + track.name()));
                }
            }
        });
    }

    private static Ad of(Track track, String id) {
        return Ad.of(id, Presentation.ofMedia(track.playlist(), track.uri()));
    }

    /**
     * The track of a Multivariant Playlist that has a rendition's name, if one has: as its URI, its NAME, its file's name, or the
     * name of its folder.
     */
    private static Optional<Ad> named(Ad ad, String id, String name) {
        List<Track> tracks = ad.presentation().filter(Presentation::isMultivariant).stream()
                .flatMap(presentation -> presentation.tracks().stream())
                .filter(track -> !track.playlist().iFramesOnly())
                .toList();
        List<Predicate<Track>> tests = List.of(
                track -> track.name().equals(name),
                track -> track.rendition()
                        .map(Rendition::name)
                        .filter(name::equals)
                        .isPresent(),
                track -> path(track).equals(name) || path(track).endsWith("/" + name),
                track -> ("/" + path(track)).contains("/" + name + "/"));
        return tests.stream()
                .flatMap(test -> tracks.stream().filter(test))
                .findFirst()
                .map(track -> of(track, id));
    }

    /** Its URI without query and without what follows the dot of the file's name. */
    private static String path(Track track) {
        String path = track.name();
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
        return dot < 0 ? path : path.substring(0, dot);
    }
}
