package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.decision.AdLoader;
import dev.hemstitch.ads.decision.PodFitter;
import dev.hemstitch.ads.decision.Slate;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vast.WrapperLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a question for ads is asked through: the ad server itself the first time, and what it answered every time after.
 *
 * @param responses gets ad responses
 * @param playlists gets the playlists of ads
 * @param slates finds the slate that goes with something
 * @param macros what is known of the viewer
 * @param timeout how long getting responses may take in all
 */
public record AdPort(
        AdResponseSource responses, AdLoader playlists, SlateSource slates, VastMacros macros, Duration timeout) {
    private static final WrapperLimits LIMITS = WrapperLimits.DEFAULT;

    /** Where slate comes from. */
    @FunctionalInterface
    public interface SlateSource {
        /**
         * Finds slate.
         *
         * @param fits whether a slate goes with the content
         * @return the slate; empty if there is none
         */
        Optional<Slate> find(Predicate<Ad> fits);
    }

    /** {@return what makes breaks of ad responses} */
    public AdBreakResolver resolver() {
        return resolver(PodFitter.DEFAULT);
    }

    /**
     * {@return what makes breaks of ad responses, and fills what ads leave of breaks that have a length}
     *
     * @param fits whether a slate goes with the content
     */
    public AdBreakResolver fillingResolver(Predicate<Ad> fits) {
        PodFitter.Builder fitter = PodFitter.builder();
        slates.find(fits).ifPresent(fitter::slate);
        return resolver(fitter.build());
    }

    private AdBreakResolver resolver(PodFitter fitter) {
        WrapperLimits limits = new WrapperLimits(
                LIMITS.maxWrappers(), LIMITS.maxResponses(), LIMITS.maxAds(), LIMITS.maxBytes(), timeout);
        VastResolver vast =
                VastResolver.builder(responses).macros(macros).limits(limits).build();
        return AdBreakResolver.builder(vast, playlists)
                .macros(macros)
                .fitter(fitter)
                .build();
    }

    /**
     * Gets an ad response.
     *
     * @param uri its URI, perhaps with macros
     * @return the response
     * @throws IOException if it cannot be had, or not in time
     */
    public AdResponseSource.Fetched fetch(String uri) throws IOException {
        return responses.fetch(macros.fill(uri), timeout);
    }
}
