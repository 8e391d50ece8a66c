package dev.hemstitch.examples.kit.playback;

import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.examples.kit.http.AnswerBody;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.titles.Title;

/**
 * Plays titles, each viewer with ads of their own. Whatever throws a {@link dev.hemstitch.examples.kit.http.RefusedException} does
 * so with status 404 if the title has no such rendition, and with 502 if its origin does not have it or does not answer. Safe for
 * use by several threads.
 */
public interface Playback {
    /**
     * The Multivariant Playlist.
     *
     * @param title the title
     * @param viewer the viewer
     * @param device what plays
     * @return the playlist
     */
    AnswerBody multivariant(Title title, ViewerToken viewer, Device device);

    /**
     * A Media Playlist.
     *
     * @param title the title
     * @param rendition its name
     * @param viewer the viewer
     * @param device what plays
     * @return the playlist
     */
    AnswerBody rendition(Title title, String rendition, ViewerToken viewer, Device device);

    /**
     * What to call when.
     *
     * @param title the title
     * @param viewer the viewer
     * @param device what plays
     * @return the schedule
     */
    TrackingSchedule schedule(Title title, ViewerToken viewer, Device device);
}
