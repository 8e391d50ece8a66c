package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions written down as JSON: the ads of each break, and the slate. */
final class LiveDecisionFile implements LiveDecisions {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String ALL_OTHERS = "*";
    private static final String PRE_ROLL = "preroll";
    private static final String POST_ROLL = "postroll";

    private final String file;
    private final String name;
    private final LiveAdFiles ads;
    private final Map<String, List<String>> breaks = new HashMap<>();

    private LiveDecisionFile(String file, String name, LiveAdFiles ads) {
        this.file = file;
        this.name = name;
        this.ads = ads;
    }

    /**
     * Reads decisions.
     *
     * @param file where they are; empty for none
     * @param ads takes the ads that are named
     * @throws InputException if there is no such file, or it is not made as it has to be
     */
    static LiveDecisionFile read(Optional<String> file, InputReader reader, LiveAdFiles ads) throws InputException {
        if (file.isEmpty()) {
            return new LiveDecisionFile("", "", ads);
        }
        Input input = reader.read(file.get());
        LiveDecisionFile decisions = new LiveDecisionFile(file.get(), input.name(), ads);
        JsonNode root;
        try {
            root = MAPPER.readTree(input.bytes());
        } catch (JsonProcessingException e) {
            throw new InputException(input.name() + ": is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InputException(input.name() + ": cannot be read: " + e.getMessage());
        }
        decisions.take(root);
        return decisions;
    }

    @Override
    public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
        List<String> decided = breaks.get(signalled.id());
        return Optional.ofNullable(decided == null ? breaks.get(ALL_OTHERS) : decided)
                .map(this::loaded);
    }

    @Override
    public List<LiveAd> preRoll() {
        return loaded(breaks.getOrDefault(PRE_ROLL, List.of()));
    }

    @Override
    public List<LiveAd> postRoll() {
        return loaded(breaks.getOrDefault(POST_ROLL, List.of()));
    }

    @Override
    public Optional<LiveAd> ad(String id) {
        return ads.ad(id);
    }

    @Override
    public Optional<LiveAd> slate() {
        return ads.slate();
    }

    private List<LiveAd> loaded(List<String> ids) {
        return ids.stream().flatMap(id -> ads.ad(id).stream()).toList();
    }

    // --- what the file says

    private void take(JsonNode root) throws InputException {
        require(root.isObject(), "", "is no JSON object");
        JsonNode all = root.path("breaks");
        require(all.isObject() || isAbsent(all), "breaks: ", "is no object of breaks by their ids");
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            if (!isAbsent(entry.getValue())) {
                breaks.put(entry.getKey(), adsOf(entry.getValue(), "break " + entry.getKey() + ": "));
            }
        }
        JsonNode slate = root.path("slate");
        if (!isAbsent(slate)) {
            ads.addSlate(playlist(slate, "slate: "), renditions(slate, "slate: "));
        }
    }

    private List<String> adsOf(JsonNode each, String place) throws InputException {
        JsonNode list = each.path("ads");
        require(each.isObject() && (list.isArray() || isAbsent(list)), place, "has no list of ads");
        List<String> ids = new ArrayList<>();
        for (JsonNode ad : list) {
            ids.add(ads.add(playlist(ad, place), renditions(ad, place)));
        }
        return ids;
    }

    private String playlist(JsonNode ad, String place) throws InputException {
        JsonNode playlist = ad.isTextual() ? ad : ad.path("playlist");
        boolean isThere = playlist.isTextual() && !playlist.asText().isEmpty();
        boolean isNotNeeded = isAbsent(playlist) && !ad.path("renditions").isEmpty();
        require(isThere || isNotNeeded, place, "an ad names no playlist");
        return isThere ? uri(playlist.asText()) : "";
    }

    private Map<String, String> renditions(JsonNode ad, String place) throws InputException {
        JsonNode all = ad.path("renditions");
        require(all.isObject() || isAbsent(all), place, "renditions are no playlists by the renditions' names");
        Map<String, String> renditions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            String playlist = entry.getValue().asText("");
            require(entry.getValue().isTextual() && !playlist.isEmpty(), place, "an ad names no playlist");
            renditions.put(entry.getKey(), uri(playlist));
        }
        return renditions;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private void require(boolean holds, String place, String problem) throws InputException {
        if (!holds) {
            throw new InputException(name + ": " + place + problem);
        }
    }

    /** A path is one of the working directory, or else one beside the file of decisions. */
    private String uri(String playlist) {
        if (InputReader.isHttp(file)) {
            return UriReferences.resolve(file, playlist);
        }
        try {
            if (InputReader.isUrl(playlist) || file.equals("-") || Files.exists(Path.of(playlist))) {
                return InputReader.uri(playlist);
            }
            Path decisions = InputReader.isUrl(file) ? LocalUris.toPath(file) : Path.of(file);
            return InputReader.uri(decisions.resolveSibling(playlist).toString());
        } catch (InvalidPathException e) {
            return playlist; // found out when it is to be read
        }
    }
}
