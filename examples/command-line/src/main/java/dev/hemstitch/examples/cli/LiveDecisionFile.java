package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.core.model.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decisions written down as JSON. An ad is remembered by a short hash of where its playlists are, so that a later file with
 * other ads does not change what plays already.
 */
final class LiveDecisionFile implements LiveDecisions {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PRE_ROLL = "preroll";
    private static final int ID_BYTES = 6;

    private final JsonNode breaks;
    private final Optional<ObjectNode> slate;
    private final InputReader reader;
    private final String rendition;
    private final Presentation channel;
    private final Map<String, ObjectNode> references = new HashMap<>();
    private final Map<String, LiveAd> ads = new HashMap<>();
    private final ObjectNode used = MAPPER.createObjectNode();

    private LiveDecisionFile(
            JsonNode root, Optional<Path> folder, InputReader reader, String rendition, Presentation channel) {
        this.reader = reader;
        this.rendition = rendition;
        this.channel = channel;
        this.breaks = root.path("breaks");
        for (JsonNode each : breaks) {
            each.path("ads").forEach(ad -> know(ad, folder));
        }
        this.slate = root.hasNonNull("slate") ? Optional.of(know(root.path("slate"), folder)) : Optional.empty();
    }

    /**
     * Reads decisions.
     *
     * @param file where they are; empty for none
     * @param channel the snapshot, against which the ad's playlist for this rendition is checked
     * @param known where ads are that were decided for earlier
     */
    static LiveDecisionFile read(
            Optional<String> file, InputReader reader, String rendition, Presentation channel, ObjectNode known)
            throws InputException {
        JsonNode root = MAPPER.createObjectNode();
        Optional<Path> folder = Optional.empty();
        if (file.isPresent()) {
            Input input = reader.read(file.get());
            try {
                root = MAPPER.readTree(input.bytes());
            } catch (JsonProcessingException e) {
                throw new InputException(input.name() + ": is no JSON: " + e.getOriginalMessage());
            } catch (IOException e) {
                throw new InputException(input.name() + ": cannot be read: " + e.getMessage());
            }
            if (!root.isObject()) {
                throw new InputException(input.name() + ": is no JSON object");
            }
            folder = InputReader.isHttp(file.get()) || file.get().equals("-")
                    ? Optional.empty()
                    : Optional.of(LocalUris.toPath(InputReader.uri(file.get()))).map(Path::getParent);
        }
        LiveDecisionFile decisions = new LiveDecisionFile(root, folder, reader, rendition, channel);
        known.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode reference) {
                decisions.references.putIfAbsent(entry.getKey(), reference);
            }
        });
        return decisions;
    }

    /** Where the ads are that were asked for: those of the state. */
    ObjectNode references() {
        return used;
    }

    // --- decisions

    @Override
    public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
        JsonNode decided = breaks.hasNonNull(signalled.id()) ? breaks.path(signalled.id()) : breaks.path("*");
        return decided.isObject() ? Optional.of(ads(decided)) : Optional.empty();
    }

    @Override
    public List<LiveAd> preRoll() {
        return ads(breaks.path(PRE_ROLL));
    }

    private List<LiveAd> ads(JsonNode decided) {
        List<LiveAd> list = new ArrayList<>();
        for (JsonNode ad : decided.path("ads")) {
            String id = id(ad);
            list.add(ads.computeIfAbsent(id, this::load));
        }
        return list;
    }

    @Override
    public Optional<LiveAd> ad(String id) {
        return references.containsKey(id) ? Optional.of(ads.computeIfAbsent(id, this::load)) : Optional.empty();
    }

    @Override
    public Optional<LiveAd> slate() {
        return slate.map(reference -> ads.computeIfAbsent(id(reference), this::load));
    }

    // --- ads

    private ObjectNode know(JsonNode ad, Optional<Path> folder) {
        ObjectNode reference = MAPPER.createObjectNode();
        String playlist = ad.isTextual() ? ad.asText() : ad.path("playlist").asText("");
        ad.path("renditions")
                .properties()
                .forEach(entry ->
                        reference.put(entry.getKey(), uri(entry.getValue().asText(), folder)));
        ObjectNode absolute = MAPPER.createObjectNode();
        absolute.put("playlist", uri(playlist, folder));
        absolute.set("renditions", reference);
        String id = hash(absolute.toString());
        references.put(id, absolute);
        if (ad instanceof ObjectNode object) {
            object.put("id", id);
        }
        absolute.put("id", id);
        return absolute;
    }

    private static String id(JsonNode ad) {
        return ad.path("id").asText();
    }

    /** A path is one of the working directory, or else one beside the file of decisions. */
    private static String uri(String file, Optional<Path> folder) {
        if (file.isEmpty() || InputReader.isHttp(file) || file.startsWith("file:")) {
            return file;
        }
        Path beside = folder.map(path -> path.resolve(file)).orElse(Path.of(file));
        return InputReader.uri(Files.exists(Path.of(file)) ? file : beside.toString());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private LiveAd load(String id) {
        JsonNode reference = references.getOrDefault(id, MAPPER.createObjectNode());
        used.set(id, reference);
        Map<String, String> files = new LinkedHashMap<>();
        reference
                .path("renditions")
                .properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asText()));
        String whole = reference.path("playlist").asText("");
        if (whole.isEmpty() && !files.isEmpty()) {
            whole = files.values().iterator().next();
        }
        Ad ad = load(id, whole, rendition);
        Map<String, Ad> byRendition = new LinkedHashMap<>();
        files.forEach((name, file) -> byRendition.put(name, load(id + "-" + name, file, name)));
        byRendition.putIfAbsent(rendition, ad);
        return LiveAd.ofRenditions(ad, byRendition, Map.of(rendition, channel));
    }

    private Ad load(String id, String uri, String name) {
        Ad ad = Ad.load(id, uri, new FileSource(reader, uri));
        return ad.presentation()
                .flatMap(presentation -> named(presentation, name))
                .map(track -> Ad.of(id, Presentation.ofMedia(track.playlist(), track.uri())))
                .orElse(ad);
    }

    /** The track of a Multivariant Playlist that has a rendition's name, if one has. */
    private static Optional<Track> named(Presentation ad, String name) {
        return ad.tracks().stream()
                .filter(track -> ad.isMultivariant()
                        && (isNamed(track, name) || stem(track.name()).equals(name)))
                .findFirst();
    }

    private static boolean isNamed(Track track, String name) {
        return track.name().equals(name)
                || track.rendition().map(Rendition::name).filter(name::equals).isPresent();
    }

    private static String stem(String uri) {
        String file = uri.substring(uri.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
