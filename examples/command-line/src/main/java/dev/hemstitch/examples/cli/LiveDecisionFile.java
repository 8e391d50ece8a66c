package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.core.JsonLocation;
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

/**
 * Decisions written down as JSON: the ads of each break, and the slate. What of it cannot be read or understood is told and left
 * out; all else is decided as it says.
 */
final class LiveDecisionFile implements LiveDecisions {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String ALL_OTHERS = "*";
    private static final String PRE_ROLL = "preroll";
    private static final String POST_ROLL = "postroll";

    private final String file;
    private final LiveAdFiles ads;
    private final LiveStepNotes notes;

    /** A break whose value could not be understood has no answer: it is named, so that the one for all others is not meant. */
    private final Map<String, Optional<List<String>>> breaks = new HashMap<>();

    private LiveDecisionFile(String file, LiveAdFiles ads, LiveStepNotes notes) {
        this.file = file;
        this.ads = ads;
        this.notes = notes;
    }

    /**
     * Reads decisions.
     *
     * @param file where they are; empty for none
     * @param ads takes the ads that are named
     * @param notes takes what is wrong with them
     * @return the decisions; none if there is no such file, or it is not made as it has to be
     */
    static LiveDecisionFile read(Optional<String> file, InputReader reader, LiveAdFiles ads, LiveStepNotes notes) {
        LiveDecisionFile decisions = new LiveDecisionFile(file.orElse(""), ads, notes);
        if (file.isPresent()) {
            try {
                decisions.take(reader.read(file.get()));
            } catch (InputException e) {
                notes.tell(e.getMessage() + "; this refresh goes without decisions");
            }
        }
        return decisions;
    }

    @Override
    public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
        return decided(breaks.containsKey(signalled.id()) ? signalled.id() : ALL_OTHERS);
    }

    @Override
    public List<LiveAd> preRoll() {
        return decided(PRE_ROLL).orElse(List.of());
    }

    @Override
    public List<LiveAd> postRoll() {
        return decided(POST_ROLL).orElse(List.of());
    }

    @Override
    public Optional<LiveAd> ad(String id) {
        return ads.ad(id);
    }

    @Override
    public Optional<LiveAd> slate() {
        return ads.slate();
    }

    private Optional<List<LiveAd>> decided(String breakId) {
        return breaks.getOrDefault(breakId, Optional.empty())
                .map(ids -> ids.stream().flatMap(id -> ads.ad(id).stream()).toList());
    }

    // --- what the file says

    private void take(Input input) throws InputException {
        JsonNode root = json(input);
        JsonNode all = root.path("breaks");
        if (!all.isObject() && !isAbsent(all)) {
            notes.tell(input.name() + ": breaks: is no object of breaks by their ids; they are left out");
        }
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            if (!isAbsent(entry.getValue())) {
                String place = input.name() + ": break " + entry.getKey() + ": ";
                breaks.put(entry.getKey(), adsOf(entry.getValue(), place));
            }
        }
        JsonNode slate = root.path("slate");
        if (!isAbsent(slate)) {
            try {
                ads.addSlate(playlist(slate), renditions(slate));
            } catch (InputException e) {
                notes.tell(input.name() + ": slate: " + e.getMessage() + "; it is left out");
            }
        }
    }

    private static JsonNode json(Input input) throws InputException {
        JsonNode root;
        try {
            root = MAPPER.readTree(input.bytes());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new InputException(input.name() + ": is no JSON" + place);
        } catch (IOException e) {
            throw new InputException(input.name() + ": is no JSON: " + e.getMessage());
        }
        if (!root.isObject()) {
            throw new InputException(input.name() + ": is no JSON object");
        }
        return root;
    }

    private Optional<List<String>> adsOf(JsonNode each, String place) {
        JsonNode list = each.path("ads");
        if (!each.isObject() || !(list.isArray() || isAbsent(list))) {
            notes.tell(place + "has no list of ads; it counts as one without a decision");
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode ad : list) {
            try {
                ids.add(ads.add(playlist(ad), renditions(ad)));
            } catch (InputException e) {
                notes.tell(place + e.getMessage() + "; it is left out");
            }
        }
        return Optional.of(ids);
    }

    private String playlist(JsonNode ad) throws InputException {
        JsonNode playlist = ad.isTextual() ? ad : ad.path("playlist");
        boolean isThere = playlist.isTextual() && !playlist.asText().isEmpty();
        boolean isNotNeeded = isAbsent(playlist) && !ad.path("renditions").isEmpty();
        require(isThere || isNotNeeded, "an ad names no playlist");
        return isThere ? uri(playlist.asText()) : "";
    }

    private Map<String, String> renditions(JsonNode ad) throws InputException {
        JsonNode all = ad.path("renditions");
        require(all.isObject() || isAbsent(all), "an ad's renditions are no playlists by the renditions' names");
        Map<String, String> renditions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            String playlist = entry.getValue().asText("");
            require(entry.getValue().isTextual() && !playlist.isEmpty(), "an ad names no playlist");
            renditions.put(entry.getKey(), uri(playlist));
        }
        return renditions;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static void require(boolean holds, String problem) throws InputException {
        if (!holds) {
            throw new InputException(problem);
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
