package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.simulator.Channel;
import dev.hemstitch.ads.simulator.SimulatedAd;
import dev.hemstitch.ads.simulator.StitchedService;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stitcher as the service of a simulated channel; states are kept as their JSON. Of one thread. */
final class StitchedChannel implements StitchedService {
    private final LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
    private final Channel channel;
    private final Presentation presentation;
    private final Map<String, LiveAd> ads = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private byte[] lastBytes = {};
    private LiveSnapshot lastSnapshot = LiveSnapshot.of(MediaPlaylist.builder(1).build());
    private int longestState;

    StitchedChannel(Channel channel) {
        this.channel = channel;
        try {
            presentation = Presentation.load(channel.origin().uri(), this::atOrigin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel.ads().ads().forEach(this::load);
        load(channel.ads().slate());
    }

    private PlaylistSource.Fetched atOrigin(String uri) throws IOException {
        return new PlaylistSource.Fetched(
                channel.origin()
                        .playlist(uri, channel.origin().ready())
                        .orElseThrow(() -> new IOException("no such playlist: " + uri)),
                uri);
    }

    private void load(SimulatedAd simulated) {
        Ad ad = Ad.load(
                simulated.id(),
                simulated.uri(),
                uri -> new PlaylistSource.Fetched(
                        channel.ads().playlist(uri).orElseThrow(() -> new IOException("no such playlist: " + uri)),
                        uri));
        ads.put(simulated.id(), LiveAd.of(ad, presentation, Filler.NONE));
    }

    /** The length of the longest state so far. */
    int longestState() {
        return longestState;
    }

    @Override
    public Optional<byte[]> refresh(String viewer, String rendition, byte[] originSnapshot, Instant now) {
        if (originSnapshot != lastBytes) {
            lastBytes = originSnapshot;
            lastSnapshot =
                    LiveSnapshot.of((MediaPlaylist) PlaylistParser.lenient().parse(originSnapshot), now);
        }
        String uri = channel.origin().uri(rendition);
        String name = presentation.tracks().stream()
                .filter(track -> track.uri().equals(uri))
                .map(Track::name)
                .findFirst()
                .orElseThrow();
        String stored = states.get(viewer);
        LiveResult result = stitcher.stitch(
                stored == null ? LiveState.NEW : LiveState.fromJson(stored),
                LiveRendition.inPlace(name, uri),
                lastSnapshot,
                new Decisions(viewer, name));
        String state = result.state().toJson();
        longestState = Math.max(longestState, state.length());
        states.put(viewer, state);
        return result.isStale() ? Optional.empty() : Optional.of(PlaylistWriter.toBytes(result.playlist()));
    }

    @Override
    public void left(String viewer) {
        states.remove(viewer);
    }

    private final class Decisions implements LiveDecisions {
        private final String viewer;
        private final String rendition;

        Decisions(String viewer, String rendition) {
            this.viewer = viewer;
            this.rendition = rendition;
        }

        @Override
        public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
            // Other renditions have breaks of that number, too.
            String id = signalled.id().startsWith("msn-") ? signalled.id() + " of " + rendition : signalled.id();
            return channel.adServer().ask(viewer, id, signalled.durationNanos()).map(StitchedChannel.this::all);
        }

        @Override
        public Optional<LiveAd> ad(String id) {
            return Optional.ofNullable(ads.get(id));
        }

        @Override
        public Optional<LiveAd> slate() {
            return channel.adServer().slate().map(slate -> ads.get(slate.id()));
        }

        @Override
        public List<LiveAd> preRoll() {
            return all(channel.adServer().preRoll(viewer));
        }

        @Override
        public List<LiveAd> postRoll() {
            return all(channel.adServer().postRoll(viewer));
        }
    }

    private List<LiveAd> all(List<SimulatedAd> list) {
        return list.stream().map(ad -> ads.get(ad.id())).toList();
    }
}
