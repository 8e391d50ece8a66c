package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.ads.stitch.live.LiveStateStore;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A live channel, stitched for each of its viewers as they ask for its playlists. Safe for use by several threads. */
public final class StitchLive {
    private final LiveSessions sessions;
    private final Presentation channel;
    private final Map<String, LiveAd> ads = new ConcurrentHashMap<>();
    private final Map<String, byte[]> served = new ConcurrentHashMap<>();

    /**
     * A channel.
     *
     * @param store where the states of its viewers are
     * @param channel a snapshot of each rendition
     */
    public StitchLive(LiveStateStore store, Presentation channel) {
        sessions = new LiveSessions(new LiveStitcher(LiveOptions.DEFAULT), store);
        this.channel = channel;
    }

    /**
     * Makes an ad ready, before a break may need it.
     *
     * @param ad the ad
     */
    public void prepare(Ad ad) {
        ads.computeIfAbsent(ad.id(), id -> LiveAd.of(ad, channel, Filler.NONE));
    }

    /**
     * Answers a request for a playlist.
     *
     * @param viewer the viewer's session
     * @param rendition the rendition that is asked for
     * @param snapshot the origin's newest playlist of it, one object for all viewers
     * @param answers what the ad server answered for this viewer: ids of ads that are ready, by the ids of breaks
     * @param adServer takes breaks that are to come
     * @return the body of the answer
     * @throws IOException if the store cannot be asked
     */
    public byte[] answer(
            String viewer,
            LiveRendition rendition,
            LiveSnapshot snapshot,
            Map<String, List<String>> answers,
            Consumer<SignalledBreak> adServer)
            throws IOException {
        // begin
        LiveDecisions decisions = new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) { // asked once for a break; no answer is final
                return Optional.ofNullable(answers.get(signalled.id()))
                        .map(ids -> ids.stream().map(ads::get).toList());
            }

            @Override
            public Optional<LiveAd> ad(String id) { // one that is in the state, perhaps by another replica
                return Optional.ofNullable(ads.get(id));
            }
        };
        LiveResult result = sessions.refresh(viewer, rendition, snapshot, decisions);
        result.upcoming().forEach(adServer); // their first segment is not there yet: time to ask
        result.reasons().forEach(System.err::println); // what does not play, and why

        String request = viewer + " " + rendition.name();
        byte[] body = PlaylistWriter.toBytes(result.playlist());
        if (!result.isStale()) {
            served.put(request, body);
        }
        return served.getOrDefault(request, body); // of an older snapshot only what is lacking elsewhere
        // end
    }
}
