package dev.hemstitch.ads.vast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Puts what wrappers say into the ad that they led to. */
final class Merging {
    private Merging() {}

    static VastAd merge(List<VastAd> wrappers, VastAd ad) {
        return wrappers.isEmpty()
                ? ad
                : new VastAd(
                        ad.id(),
                        ad.sequence(),
                        ad.conditionalAd(),
                        ad.adType(),
                        ad.wrapper(),
                        ad.adSystem(),
                        ad.adTitle(),
                        closest(wrappers, ad.adServingId(), wrapper -> wrapper.adServingId()),
                        ad.description(),
                        ad.advertiser(),
                        ad.pricing(),
                        ad.survey(),
                        ad.expires(),
                        all(wrappers, ad, VastAd::impressions),
                        all(wrappers, ad, VastAd::errors),
                        all(wrappers, ad, VastAd::viewableImpressions),
                        ad.categories(),
                        all(wrappers, ad, VastAd::verifications),
                        all(wrappers, ad, VastAd::extensions),
                        creatives(wrappers, ad.creatives()));
    }

    static VastAd withSequence(VastAd ad, OptionalInt sequence) {
        return new VastAd(
                ad.id(),
                sequence,
                ad.conditionalAd(),
                ad.adType(),
                ad.wrapper(),
                ad.adSystem(),
                ad.adTitle(),
                ad.adServingId(),
                ad.description(),
                ad.advertiser(),
                ad.pricing(),
                ad.survey(),
                ad.expires(),
                ad.impressions(),
                ad.errors(),
                ad.viewableImpressions(),
                ad.categories(),
                ad.verifications(),
                ad.extensions(),
                ad.creatives());
    }

    private static <T> List<T> all(List<VastAd> wrappers, VastAd ad, Function<VastAd, List<T>> part) {
        List<T> all = new ArrayList<>();
        wrappers.forEach(wrapper -> all.addAll(part.apply(wrapper)));
        all.addAll(part.apply(ad));
        return all;
    }

    private static <S, T> Optional<T> closest(List<S> wrappers, Optional<T> own, Function<S, Optional<T>> part) {
        Optional<T> found = own;
        for (int i = wrappers.size() - 1; i >= 0 && found.isEmpty(); i--) {
            found = part.apply(wrappers.get(i));
        }
        return found;
    }

    private static List<VastCreative> creatives(List<VastAd> wrappers, List<VastCreative> own) {
        List<VastCreative> ofWrappers = wrappers.stream()
                .flatMap(wrapper -> wrapper.creatives().stream())
                .toList();
        List<Linear> linears = ofWrappers.stream()
                .flatMap(creative -> creative.linear().stream())
                .toList();
        List<TrackingEvent> nonLinearEvents = ofWrappers.stream()
                .flatMap(creative -> creative.nonLinearTrackingEvents().stream())
                .toList();
        List<VastCreative> merged = new ArrayList<>();
        for (VastCreative creative : own) {
            boolean isNonLinear = !creative.nonLinears().isEmpty();
            merged.add(creative(
                    creative,
                    creative.linear().map(linear -> linear(linears, linear)),
                    isNonLinear
                            ? joined(nonLinearEvents, creative.nonLinearTrackingEvents())
                            : creative.nonLinearTrackingEvents()));
        }
        for (VastCreative creative : ofWrappers) {
            if (!creative.companions().isEmpty()) {
                merged.add(creative(creative, Optional.empty(), List.of()));
            }
        }
        return merged;
    }

    private static VastCreative creative(
            VastCreative creative, Optional<Linear> linear, List<TrackingEvent> nonLinearTrackingEvents) {
        return new VastCreative(
                creative.id(),
                creative.adId(),
                creative.sequence(),
                creative.apiFramework(),
                creative.universalAdIds(),
                linear,
                creative.companions(),
                creative.companionsRequired(),
                creative.nonLinears(),
                nonLinearTrackingEvents,
                creative.extensions());
    }

    private static Linear linear(List<Linear> wrappers, Linear own) {
        List<TrackingEvent> events = new ArrayList<>();
        List<VastUrl> clickTracking = new ArrayList<>();
        List<VastUrl> customClicks = new ArrayList<>();
        for (Linear wrapper : wrappers) {
            events.addAll(wrapper.trackingEvents());
            clickTracking.addAll(wrapper.clickTracking());
            customClicks.addAll(wrapper.customClicks());
        }
        return new Linear(
                own.durationNanos(),
                own.skipOffset(),
                own.mediaFiles(),
                own.mezzanines(),
                own.interactiveCreativeFiles(),
                own.closedCaptionFiles(),
                joined(events, own.trackingEvents()),
                closest(wrappers, own.clickThrough(), Linear::clickThrough),
                joined(clickTracking, own.clickTracking()),
                joined(customClicks, own.customClicks()),
                icons(wrappers, own.icons()),
                own.adParameters());
    }

    /** Of one program, the icon that is closest to the ad; in the result outer ones come first. */
    private static List<Icon> icons(List<Linear> wrappers, List<Icon> own) {
        List<Icon> icons = new ArrayList<>(own);
        for (int i = wrappers.size() - 1; i >= 0; i--) {
            List<Icon> closer = List.copyOf(icons);
            List<Icon> outer = wrappers.get(i).icons().stream()
                    .filter(icon -> closer.stream().noneMatch(other -> sameProgram(icon, other)))
                    .toList();
            icons.addAll(0, outer);
        }
        return icons;
    }

    private static boolean sameProgram(Icon one, Icon other) {
        return one.program().isPresent()
                && other.program().filter(one.program().get()::equalsIgnoreCase).isPresent();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
