package dev.hemstitch.examples.recipes;

import dev.hemstitch.core.model.LiveEdge;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.uri.DeliveryDirectives;
import dev.hemstitch.core.uri.DirectivesResult;
import java.time.Duration;
import java.util.Optional;

/** Both sides of a blocking playlist reload. */
public final class BlockingReload {
    private BlockingReload() {}

    /**
     * What a client asks for next.
     *
     * @param playlist the playlist that it has
     * @param playlistUri where it came from
     * @param age how long ago it came
     * @return where to reload it; empty if it is complete
     */
    public static Optional<String> nextUri(MediaPlaylist playlist, String playlistUri, Duration age) {
        return LiveEdge.of(playlist).next(age).map(directives -> directives.applyTo(playlistUri));
    }

    /**
     * How a server answers.
     *
     * @param playlist the playlist as it is now
     * @param requestUri what was asked for
     * @return the status of the answer; 0 to wait for the next version of the playlist and ask again
     */
    public static int status(MediaPlaylist playlist, String requestUri) {
        // begin
        DirectivesResult asked = DeliveryDirectives.of(requestUri);
        if (asked.isBadRequest()) {
            return 400; // such as _HLS_part without _HLS_msn; asked.problems() says why
        }
        return switch (LiveEdge.of(playlist).answer(asked.directives())) {
            case DELIVER -> 200;
            case BAD_REQUEST -> 400; // too far ahead
            case WAIT -> 0; // until the playlist changes; 503 after three target durations
        };
        // end
    }
}
