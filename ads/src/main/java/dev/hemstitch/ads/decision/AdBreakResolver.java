package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.vast.ResolvedAd;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vast.VastResponse;
import dev.hemstitch.ads.vmap.VmapResponse;
import dev.hemstitch.core.text.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes breaks of ad responses: wrappers are followed, playlists are read, the pod is made to fit. Whatever is wrong with an ad
 * leaves it out with a reason, and whatever is wrong with a response leaves a break without ads. Nothing is thrown for it.
 * Immutable; safe for use by several threads if the embedder's sources are.
 */
public final class AdBreakResolver {
    private final VastResolver responses;
    private final AdLoading loading;
    private final PodFitter fitter;

    private AdBreakResolver(Builder builder) {
        this.responses = builder.responses;
        this.loading = new AdLoading(builder.loader, builder.macros, Set.copyOf(builder.schemes));
        this.fitter = builder.fitter;
    }

    /**
     * Starts a resolver: any ad that plays is taken, no creative twice, playlists are asked for by {@code http} and {@code
     * https} only, or by relative references.
     *
     * @param responses gets ad responses and follows wrappers
     * @param ads gets the playlists of ads, such as {@link AdPresentations}
     * @return the builder
     */
    public static Builder builder(VastResolver responses, AdLoader ads) {
        return new Builder(responses, ads);
    }

    /**
     * The breaks of a VMAP response, in its order. A break that comes again is there once for each time.
     *
     * @param vmap the response
     * @param uri its URI, which references in it resolve from
     * @param content the content
     * @param opportunities where the content has room for breaks, for positions such as {@code #2}; one that is not among them
     *     stays as it is, and is refused when it is planned
     * @return the breaks; one that cannot have ads is there too, with what is to be called for it
     */
    public List<AdBreak> resolve(
            VmapResponse vmap, String uri, Presentation content, List<BreakPosition> opportunities) {
        return new VmapBreaks(this, uri, content.reference().playlist().durationNanos(), opportunities).of(vmap);
    }

    /**
     * A break of an ad response.
     *
     * @param vast the response
     * @param uri its URI, which references in it resolve from
     * @param position where the break goes
     * @param breakNanos how long it is, in nanoseconds; empty if it takes any length
     * @return the break
     */
    public AdBreak resolve(VastResponse vast, String uri, BreakPosition position, OptionalLong breakNanos) {
        return adBreak(responses.resolve(vast, uri), position, breakNanos, Optional.empty(), List.of());
    }

    /**
     * A break of an ad response that is got first.
     *
     * @param adTagUri the absolute URI of the response, perhaps with macros
     * @param position where the break goes
     * @param breakNanos how long it is, in nanoseconds; empty if it takes any length
     * @return the break; without ads if the response cannot be had
     */
    public AdBreak load(String adTagUri, BreakPosition position, OptionalLong breakNanos) {
        return adBreak(responses.load(adTagUri), position, breakNanos, Optional.empty(), List.of());
    }

    /**
     * The break that content signals, with the ads of a response that is got for it: as long as it is signalled to be, or any
     * length for a point between two segments. Its length goes into the macro {@code BREAKMAXDURATION}, its variables into
     * {@code [asset.NAME]}.
     *
     * @param adTagUri the absolute URI of the response, perhaps with macros
     * @param signalled the break
     * @return the break, with its id; without ads if the response cannot be had
     */
    public AdBreak load(String adTagUri, SignalledBreak signalled) {
        OptionalLong nanos = signalled.isInsertionPoint() ? OptionalLong.empty() : lengthOf(signalled);
        VastMacros.Builder values = VastMacros.builder().leaveMissing();
        nanos.ifPresent(length -> values.set(
                VastMacro.BREAKMAXDURATION,
                Decimals.ofNanos(length).stripTrailingZeros().toPlainString()));
        signalled.asset().forEach((name, value) -> {
            if (VastMacro.isName(name)) {
                values.set(VastMacro.of("asset." + name), value);
            }
        });
        BreakPosition position = signalled.toAdBreak(List.of()).position();
        ResolvedVast vast = responses.load(values.build().fill(adTagUri));
        return adBreak(vast, position, nanos, Optional.of(signalled.id()), List.of());
    }

    /** What is left of it if it was joined after its start. */
    private static OptionalLong lengthOf(SignalledBreak signalled) {
        OptionalLong until = signalled.untilNanos();
        return until.isPresent()
                ? OptionalLong.of(Math.max(0, until.getAsLong() - Math.max(0, signalled.startNanos())))
                : OptionalLong.empty();
    }

    VastResolver responses() {
        return responses;
    }

    AdBreak adBreak(
            ResolvedVast vast,
            BreakPosition position,
            OptionalLong breakNanos,
            Optional<String> id,
            List<TrackingEvent> trackingEvents) {
        boolean isPod = !vast.podAds().isEmpty();
        List<ResolvedAd> alone = vast.standAloneAds();
        List<ResolvedAd> others = isPod ? alone : alone.subList(Math.min(1, alone.size()), alone.size());
        List<Ad> pod = loaded(vast.ads());
        FittedPod fitted = fitter.fit(breakNanos, pod, List.of());
        if (fitted.ads().size() < pod.size() && !others.isEmpty()) {
            fitted = fitter.fit(breakNanos, pod, loaded(others));
        }
        return new AdBreak(position, fitted.all(), id, trackingEvents, vast.failures());
    }

    private List<Ad> loaded(List<ResolvedAd> resolved) {
        List<Ad> ads = new ArrayList<>();
        resolved.forEach(ad -> ads.add(loading.load(ad)));
        return ads;
    }

    /** Collects how ad responses are made into breaks. */
    public static final class Builder {
        private final VastResolver responses;
        private final AdLoader loader;
        private VastMacros macros = VastMacros.NONE;
        private PodFitter fitter = PodFitter.DEFAULT;
        private Set<String> schemes = Set.of("http", "https");

        private Builder(VastResolver responses, AdLoader loader) {
            this.responses = responses;
            this.loader = loader;
        }

        /**
         * What is filled into the URIs of media files.
         *
         * @param macros the macros
         * @return this builder
         */
        public Builder macros(VastMacros macros) {
            this.macros = macros;
            return this;
        }

        /**
         * How pods are made to fit.
         *
         * @param fitter the fitter
         * @return this builder
         */
        public Builder fitter(PodFitter fitter) {
            this.fitter = fitter;
            return this;
        }

        /**
         * Which absolute URIs of playlists may be asked for.
         *
         * @param schemes the schemes, such as {@code https}, in lower case
         * @return this builder
         */
        public Builder schemes(Set<String> schemes) {
            this.schemes = Set.copyOf(schemes);
            return this;
        }

        /** {@return the resolver} */
        public AdBreakResolver build() {
            return new AdBreakResolver(this);
        }
    }
}
