package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One part of an ad: linear, nonlinear or companions.
 *
 * @param id {@code Creative@id}
 * @param adId {@code Creative@adId}, in any case
 * @param sequence the order of showing
 * @param apiFramework what is needed to show it
 * @param universalAdIds what identifies it anywhere
 * @param linear what plays in the break; empty if nothing does
 * @param companions what is shown beside the video
 * @param companionsRequired {@code all}, {@code any} or {@code none}
 * @param nonLinears what is shown over the video
 * @param nonLinearTrackingEvents what to call for what is shown over the video
 * @param extensions what VAST does not know
 */
public record VastCreative(
        Optional<String> id,
        Optional<String> adId,
        OptionalInt sequence,
        Optional<String> apiFramework,
        List<UniversalAdId> universalAdIds,
        Optional<Linear> linear,
        List<Companion> companions,
        Optional<String> companionsRequired,
        List<NonLinear> nonLinears,
        List<TrackingEvent> nonLinearTrackingEvents,
        List<VastExtension> extensions) {
    /**
     * All of it; lists are copied.
     *
     * @param id {@code Creative@id}
     * @param adId {@code Creative@adId}, in any case
     * @param sequence the order of showing
     * @param apiFramework what is needed to show it
     * @param universalAdIds what identifies it anywhere
     * @param linear what plays in the break; empty if nothing does
     * @param companions what is shown beside the video
     * @param companionsRequired {@code all}, {@code any} or {@code none}
     * @param nonLinears what is shown over the video
     * @param nonLinearTrackingEvents what to call for what is shown over the video
     * @param extensions what VAST does not know
     */
    public VastCreative {
        universalAdIds = List.copyOf(universalAdIds);
        companions = List.copyOf(companions);
        nonLinears = List.copyOf(nonLinears);
        nonLinearTrackingEvents = List.copyOf(nonLinearTrackingEvents);
        extensions = List.copyOf(extensions);
    }
}
