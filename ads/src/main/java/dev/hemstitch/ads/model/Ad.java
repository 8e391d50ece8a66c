package dev.hemstitch.ads.model;

import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.HlsException;
import java.io.IOException;
import java.util.Optional;

/**
 * An ad: its playlists, or why there are none, and what the ad response says of it.
 *
 * @param id what the embedder calls it; goes into reports, and into the output with date range markers
 * @param presentation its playlists; empty if they could not be had, or if it is left out
 * @param problem why they could not be had, or why it is left out
 * @param message the same in words; empty if there is no problem
 * @param response what the ad response says of it, such as what to call; empty if it comes from none
 */
public record Ad(
        String id,
        Optional<Presentation> presentation,
        Optional<SkipReason> problem,
        String message,
        Optional<VastAd> response) {
    /**
     * An ad whose playlists are there.
     *
     * @param id what the embedder calls it
     * @param presentation its playlists
     * @return the ad
     */
    public static Ad of(String id, Presentation presentation) {
        return new Ad(id, Optional.of(presentation), Optional.empty(), "", Optional.empty());
    }

    /**
     * An ad whose playlists could not be had.
     *
     * @param id what the embedder calls it
     * @param problem why
     * @param message the same in words
     * @return the ad
     */
    public static Ad unavailable(String id, SkipReason problem, String message) {
        return new Ad(id, Optional.empty(), Optional.of(problem), message, Optional.empty());
    }

    /**
     * The same ad with what the ad response says of it.
     *
     * @param ad the ad of the response
     * @return the ad
     */
    public Ad withResponse(VastAd ad) {
        return new Ad(id, presentation, problem, message, Optional.of(ad));
    }

    /**
     * The same ad, left out.
     *
     * @param reason why
     * @param words the same in words
     * @return the ad, without its playlists
     */
    public Ad leftOut(SkipReason reason, String words) {
        return new Ad(id, Optional.empty(), Optional.of(reason), words, response);
    }

    /** {@return how long it is on its first track, in nanoseconds; 0 if it has no playlists} */
    public long durationNanos() {
        return presentation
                .map(playlists -> playlists.reference().playlist().durationNanos())
                .orElse(0L);
    }

    /**
     * Reads an ad. Whatever goes wrong makes it an unavailable one, never an exception: the content plays on.
     *
     * @param id what the embedder calls it
     * @param uri the URI of its Multivariant or only Media Playlist
     * @param source where playlists come from
     * @return the ad
     */
    public static Ad load(String id, String uri, PlaylistSource source) {
        try {
            return of(id, Presentation.load(uri, source));
        } catch (IOException e) {
            return unavailable(id, SkipReason.AD_UNAVAILABLE, e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (HlsException e) {
            boolean undefined = e.diagnostic().code() == DiagnosticCode.UNDEFINED_VARIABLE;
            SkipReason reason = undefined ? SkipReason.AD_UNDEFINED_VARIABLE : SkipReason.AD_UNREADABLE;
            return unavailable(id, reason, e.diagnostic().toString());
        } catch (RuntimeException e) {
            return unavailable(id, SkipReason.AD_UNAVAILABLE, e.toString());
        }
    }
}
