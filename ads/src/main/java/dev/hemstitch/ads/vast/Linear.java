package dev.hemstitch.ads.vast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What plays in a break. Of a wrapper it has only what is to be called, and icons.
 *
 * @param durationNanos how long it says that it is, in nanoseconds; empty if it does not say so in a form that is understood
 * @param skipOffset when it may be skipped; empty if it may not
 * @param mediaFiles what can be played, one of them
 * @param mezzanines what media files can be made of
 * @param interactiveCreativeFiles programs that play along
 * @param closedCaptionFiles captions
 * @param trackingEvents what to call when
 * @param clickThrough what a click opens
 * @param clickTracking what to call at a click
 * @param customClicks what to call at a click on something else than the click through
 * @param icons what is shown over it, such as AdChoices
 * @param adParameters what to hand to an interactive unit
 */
public record Linear(
        OptionalLong durationNanos,
        Optional<VastOffset> skipOffset,
        List<MediaFile> mediaFiles,
        List<Mezzanine> mezzanines,
        List<InteractiveCreativeFile> interactiveCreativeFiles,
        List<ClosedCaptionFile> closedCaptionFiles,
        List<TrackingEvent> trackingEvents,
        Optional<VastUrl> clickThrough,
        List<VastUrl> clickTracking,
        List<VastUrl> customClicks,
        List<Icon> icons,
        Optional<AdParameters> adParameters) {
    /**
     * All of it; lists are copied.
     *
     * @param durationNanos how long it says that it is, in nanoseconds; empty if it does not say so in a form that is understood
     * @param skipOffset when it may be skipped; empty if it may not
     * @param mediaFiles what can be played, one of them
     * @param mezzanines what media files can be made of
     * @param interactiveCreativeFiles programs that play along
     * @param closedCaptionFiles captions
     * @param trackingEvents what to call when
     * @param clickThrough what a click opens
     * @param clickTracking what to call at a click
     * @param customClicks what to call at a click on something else than the click through
     * @param icons what is shown over it, such as AdChoices
     * @param adParameters what to hand to an interactive unit
     */
    public Linear {
        mediaFiles = List.copyOf(mediaFiles);
        mezzanines = List.copyOf(mezzanines);
        interactiveCreativeFiles = List.copyOf(interactiveCreativeFiles);
        closedCaptionFiles = List.copyOf(closedCaptionFiles);
        trackingEvents = List.copyOf(trackingEvents);
        clickTracking = List.copyOf(clickTracking);
        customClicks = List.copyOf(customClicks);
        icons = List.copyOf(icons);
    }

    /**
     * The media files that are HLS playlists: those of type {@code application/vnd.apple.mpegurl} or
     * {@code application/x-mpegURL}, whatever the case and parameters. Those that are streamed come first, else the order
     * is that of the response.
     *
     * @return the media files; if there is none, that is error {@link VastError#NO_SUPPORTED_FILE}
     */
    public List<MediaFile> hlsMediaFiles() {
        return mediaFiles.stream()
                .filter(MediaFile::isHls)
                .sorted(Comparator.comparing(file -> !file.isStreaming()))
                .toList();
    }
}
