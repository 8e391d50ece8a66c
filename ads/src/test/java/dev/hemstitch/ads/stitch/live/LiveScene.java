package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A viewer of a small live channel, refresh by refresh: snapshots and ads are given as lines. */
final class LiveScene {
    private final LiveStitcher stitcher;
    private final Map<String, LiveAd> ads = new HashMap<>();
    private final Map<String, List<String>> decided = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private List<String> preRoll = List.of();
    private List<String> postRoll = List.of();
    private Optional<String> slate = Optional.empty();
    private LiveState state = LiveState.NEW;

    LiveScene() {
        this(LiveOptions.DEFAULT);
    }

    LiveScene(LiveOptions options) {
        stitcher = new LiveStitcher(options);
    }

    /** An ad of segments of these durations in each of these renditions; {@code name/} stands before durations of each. */
    LiveScene ad(String id, String... renditions) {
        Map<String, Ad> byRendition = new LinkedHashMap<>();
        for (String rendition : renditions) {
            String name = rendition.substring(0, rendition.indexOf('/'));
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n");
            int number = 0;
            for (String duration : rendition.substring(name.length() + 1).split(" ", -1)) {
                text.append("#EXTINF:" + duration + ",\n" + id + "-" + name + number + ".ts\n");
                number++;
            }
            String uri = "http://ads/" + id + "/" + name + ".m3u8";
            MediaPlaylist playlist = playlist(text.append("#EXT-X-ENDLIST\n").toString());
            byRendition.put(name, Ad.of(id + "-" + name, Presentation.ofMedia(playlist, uri)));
        }
        Ad whole = byRendition.values().iterator().next();
        Ad named = Ad.of(id, whole.presentation().orElseThrow());
        ads.put(id, LiveAd.ofRenditions(named, byRendition, Map.of()));
        return this;
    }

    LiveScene decide(String breakId, String... ids) {
        decided.put(breakId, List.of(ids));
        return this;
    }

    LiveScene slate(String id) {
        slate = Optional.of(id);
        return this;
    }

    LiveScene preRoll(String... ids) {
        preRoll = List.of(ids);
        return this;
    }

    LiveScene postRoll(String... ids) {
        postRoll = List.of(ids);
        return this;
    }

    LiveScene forgetAds() {
        ads.clear();
        return this;
    }

    LiveState state() {
        return state;
    }

    void restore(LiveState older) {
        state = older;
    }

    /** The breaks that were asked for, each as often as it was. */
    List<String> asked() {
        return asked;
    }

    LiveResult refresh(String rendition, String snapshot) {
        return refresh(rendition, playlist(snapshot));
    }

    LiveResult refresh(String rendition, MediaPlaylist snapshot) {
        LiveResult result =
                stitcher.stitch(state, LiveRendition.inPlace(rendition, "http://o/"), snapshot, decisions());
        state = LiveState.fromJson(result.state().toJson());
        return result;
    }

    /** What is listed: URIs, {@code |} for a discontinuity, in front of all {@code media sequence/discontinuity sequence}. */
    static String listed(LiveResult result) {
        MediaPlaylist playlist = result.playlist();
        StringBuilder listed = new StringBuilder(playlist.mediaSequence() + "/" + playlist.discontinuitySequence());
        for (PlaylistLine line : playlist.lines()) {
            if (line.kind() == PlaylistLine.Kind.URI) {
                listed.append(' ')
                        .append(line.text()
                                .substring(line.text().lastIndexOf('/') + 1)
                                .replace(".ts", ""));
            } else if (line.text().equals("#EXT-X-DISCONTINUITY")) {
                listed.append(" |");
            }
        }
        return listed.toString();
    }

    String step(String rendition, String snapshot) {
        return listed(refresh(rendition, snapshot));
    }

    static MediaPlaylist playlist(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private LiveDecisions decisions() {
        return new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                asked.add(signalled.id());
                return Optional.ofNullable(decided.get(signalled.id())).map(LiveScene.this::all);
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.ofNullable(ads.get(id));
            }

            @Override
            public Optional<LiveAd> slate() {
                return slate.map(LiveScene.this::one);
            }

            @Override
            public List<LiveAd> preRoll() {
                return all(preRoll);
            }

            @Override
            public List<LiveAd> postRoll() {
                return all(postRoll);
            }
        };
    }

    private List<LiveAd> all(List<String> ids) {
        return ids.stream().map(this::one).toList();
    }

    private LiveAd one(String id) {
        return Optional.ofNullable(ads.get(id)).orElseThrow();
    }
}
