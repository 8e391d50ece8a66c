package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastError;
import dev.hemstitch.ads.vast.VastFailure;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vmap.VmapAdBreak;
import dev.hemstitch.ads.vmap.VmapAdSource;
import dev.hemstitch.ads.vmap.VmapError;
import dev.hemstitch.ads.vmap.VmapResponse;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The breaks of one VMAP response.
 *
 * @param resolver gets ad responses and their ads
 * @param uri the URI of the response
 * @param contentNanos how long the content is
 * @param opportunities where it has room for breaks
 */
record VmapBreaks(AdBreakResolver resolver, String uri, long contentNanos, List<BreakPosition> opportunities) {
    /** The most times that a break comes again. */
    private static final int MOST_REPEATS = 100;

    List<AdBreak> of(VmapResponse vmap) {
        List<AdBreak> breaks = new ArrayList<>();
        for (VmapAdBreak asked : vmap.adBreaks()) {
            BreakPosition position = position(asked);
            breaks.add(adBreak(asked, position));
            for (BreakPosition again : repeats(asked, position)) {
                breaks.add(adBreak(asked, again));
            }
        }
        return breaks;
    }

    private BreakPosition position(VmapAdBreak asked) {
        int number = asked.position().opportunity().orElse(0);
        return number == 0 || number > opportunities.size() ? asked.position() : opportunities.get(number - 1);
    }

    private List<BreakPosition> repeats(VmapAdBreak asked, BreakPosition first) {
        List<BreakPosition> repeats = new ArrayList<>();
        long after = asked.repeatAfterNanos().orElse(0);
        if (after <= 0 || first.opportunity().isPresent()) {
            return repeats;
        }
        long at = first.nanosIn(contentNanos);
        while (repeats.size() < MOST_REPEATS && at < contentNanos - after) {
            at += after;
            repeats.add(BreakPosition.ofSeconds(Decimals.ofNanos(at)));
        }
        return repeats;
    }

    private AdBreak adBreak(VmapAdBreak asked, BreakPosition position) {
        Optional<VmapAdSource> source = asked.adSource();
        if (!asked.isLinear()) {
            return failed(asked, position, VmapError.BREAK_TYPE_NOT_SUPPORTED, "the break is not linear");
        }
        if (source.isEmpty()) {
            return withAds(asked, position, new ResolvedVast(List.of(), List.of(), List.of()));
        }
        boolean several = source.get().allowMultipleAds().orElse(true);
        boolean follow = source.get().followRedirects().orElse(true);
        if (source.get().vast().isPresent()) {
            return withAds(
                    asked,
                    position,
                    resolver.responses().resolve(source.get().vast().get(), uri, several, follow));
        }
        if (source.get().adTagUri().isPresent()) {
            String adTag = UriReferences.resolve(uri, source.get().adTagUri().get());
            return loaded(asked, position, resolver.responses().load(adTag, several, follow));
        }
        boolean custom = source.get().customAdData().isPresent();
        return failed(
                asked,
                position,
                custom ? VmapError.TEMPLATE_TYPE_NOT_SUPPORTED : VmapError.AD_RESPONSE_UNREADABLE,
                custom ? "ad data of another format cannot be read" : "the break has no ad response that can be read");
    }

    /** Of a response that could not be had or read, the break's own error URLs are told too. */
    private AdBreak loaded(VmapAdBreak asked, BreakPosition position, ResolvedVast vast) {
        AdBreak adBreak = withAds(asked, position, vast);
        boolean nothing = vast.ads().isEmpty() && vast.standAloneAds().isEmpty();
        Optional<VastFailure> cause = vast.failures().stream().findFirst();
        if (!nothing || cause.isEmpty()) {
            return adBreak;
        }
        List<VastFailure> failures = new ArrayList<>(vast.failures());
        VmapError error = switch (cause.get().error()) {
            case WRAPPER_TIMEOUT -> VmapError.AD_RESPONSE_UNAVAILABLE;
            case XML_PARSING, SCHEMA, VERSION_NOT_SUPPORTED -> VmapError.AD_RESPONSE_UNREADABLE;
            default -> VmapError.AD_RESPONSE;
        };
        failures.add(failure(asked, error, cause.get().message()));
        return new AdBreak(position, adBreak.ads(), asked.breakId(), asked.trackingEvents(), failures);
    }

    private AdBreak withAds(VmapAdBreak asked, BreakPosition position, ResolvedVast vast) {
        return resolver.adBreak(vast, position, OptionalLong.empty(), asked.breakId(), asked.trackingEvents());
    }

    private AdBreak failed(VmapAdBreak asked, BreakPosition position, VmapError error, String message) {
        return new AdBreak(
                position, List.of(), asked.breakId(), asked.trackingEvents(), List.of(failure(asked, error, message)));
    }

    private VastFailure failure(VmapAdBreak asked, VmapError error, String message) {
        VastMacros code = VastMacros.builder()
                .leaveMissing()
                .set(VastMacro.ERRORCODE, Integer.toString(error.code()))
                .build();
        List<String> urls = asked.trackingEvents().stream()
                .filter(event -> event.is("error"))
                .map(TrackingEvent::url)
                .map(code::fill)
                .toList();
        return new VastFailure(VastError.UNDEFINED, message, uri, Optional.empty(), urls);
    }
}
