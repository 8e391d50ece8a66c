package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.core.diff.DeltaUpdate;
import dev.hemstitch.core.model.BlockingAnswer;
import dev.hemstitch.core.model.LiveEdge;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.uri.DeliveryDirectives;
import java.io.IOException;
import java.util.Optional;

/** Blocking playlist reload of a stitched channel: players ask in numbers of the output, the origin is asked in its own. */
public final class StitchLowLatency {
    /** The origin, or what fetches its playlists once for all viewers. */
    public interface Origin {
        /**
         * Asks for the playlist of a rendition.
         *
         * @param directives what to hold the answer back for; none for the newest playlist at hand
         * @return the playlist, without EXT-X-SKIP; the newest one if the origin refuses the directives
         * @throws IOException if it cannot be had in three target durations
         */
        LiveSnapshot playlist(DeliveryDirectives directives) throws IOException;
    }

    private final LiveSessions sessions;
    private final LiveDecisions decisions;

    /**
     * A service.
     *
     * @param sessions its viewers
     * @param decisions what is decided for them
     */
    public StitchLowLatency(LiveSessions sessions, LiveDecisions decisions) {
        this.sessions = sessions;
        this.decisions = decisions;
    }

    /**
     * Answers a request as soon as what it asks for is there.
     *
     * @param viewer the viewer's session
     * @param rendition the rendition
     * @param origin where its playlists are
     * @param asked the directives of the request
     * @return the playlist, or an update of the one that the player has; empty for Bad Request
     * @throws IOException if the origin or the store cannot be asked: Service Unavailable
     */
    public Optional<MediaPlaylist> answer(
            String viewer, LiveRendition rendition, Origin origin, DeliveryDirectives asked) throws IOException {
        // begin
        DeliveryDirectives atOrigin = sessions.originDirectives(viewer, rendition.name(), asked);
        while (true) {
            LiveSnapshot snapshot = origin.playlist(atOrigin); // the newest one if the origin refuses that
            MediaPlaylist output =
                    sessions.refresh(viewer, rendition, snapshot, decisions).playlist();
            BlockingAnswer answer = LiveEdge.of(output).answer(asked);
            if (answer == BlockingAnswer.DELIVER) {
                return asked.skip().flatMap(skip -> DeltaUpdate.create(output)).or(() -> Optional.of(output));
            }
            if (answer == BlockingAnswer.BAD_REQUEST) {
                return Optional.empty(); // too far ahead
            }
            atOrigin = LiveEdge.of(snapshot.playlist()).next().orElse(DeliveryDirectives.NONE);
        }
        // end
    }
}
