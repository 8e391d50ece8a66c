package dev.hemstitch.ads.vast;

import dev.hemstitch.core.uri.UriReferences;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Follows wrappers. Whatever is wrong with an ad becomes a {@link VastFailure}, never an exception. Instances are
 * immutable; they may be shared if their source may.
 *
 * <p><b>Which ads.</b> Ads with a sequence are the pod, in its order; the others stand alone. A response behind a wrapper
 * gives its pod only if the wrapper allows multiple ads, else the first ad that stands alone (or the only ad, if it has a
 * sequence by itself). What comes out of a wrapper in a pod takes the wrapper's place. If nothing does, the first ad that
 * stands alone takes it if the wrapper says {@code fallbackOnNoAd}; else the pod goes on without. A wrapper behind one
 * that forbids additional wrappers is error 302. An ad of a category that a wrapper blocks is error 205.
 *
 * <p><b>What wrappers add</b>, outermost first and before the ad's own: impressions, error URLs, viewable impressions,
 * verifications, extensions; to each linear creative tracking events, click tracking, custom clicks, and icons of
 * programs that nothing closer to the ad has; to nonlinear creatives tracking events; companions as creatives behind the
 * ad's own. A click through and a serving identifier are taken from the closest wrapper if the ad has none.
 *
 * <p><b>Which URIs.</b> References resolve from the response that they stand in. Only URIs of the allowed schemes are
 * asked for: {@code http} and {@code https} if nothing else is said. A URI that is in the chain already is error 302.
 */
public final class VastResolver {
    private final AdResponseSource source;
    private final VastParser parser;
    private final WrapperLimits limits;
    private final VastMacros macros;
    private final Set<String> schemes;
    private final LongSupplier nanoTime;

    private VastResolver(Builder builder) {
        this.source = builder.source;
        this.parser = builder.parser;
        this.limits = builder.limits;
        this.macros = builder.macros;
        this.schemes = Set.copyOf(builder.schemes);
        this.nanoTime = builder.nanoTime;
    }

    /**
     * Starts a resolver with {@link VastParser#create}, {@link WrapperLimits#DEFAULT}, no macros, {@code http} and
     * {@code https}, and the clock of the system.
     *
     * @param source where responses come from
     * @return the builder
     */
    public static Builder builder(AdResponseSource source) {
        return new Builder(source);
    }

    /**
     * Follows the wrappers of a response.
     *
     * @param response the response
     * @param uri its URI, which references in it resolve from
     * @return the ads, and what went wrong
     */
    public ResolvedVast resolve(VastResponse response, String uri) {
        return resolve(response, uri, true, true);
    }

    /**
     * Follows the wrappers of a response that something else than a wrapper asked for, such as VMAP's {@code AdSource}.
     *
     * @param response the response
     * @param uri its URI, which references in it resolve from
     * @param allowMultipleAds whether a pod may be played; else the first ad that stands alone, or else the first of the pod
     * @param followWrappers whether wrappers may be followed at all
     * @return the ads, and what went wrong
     */
    public ResolvedVast resolve(VastResponse response, String uri, boolean allowMultipleAds, boolean followWrappers) {
        return new Resolution(this).resolve(response, uri, allowMultipleAds, followWrappers);
    }

    /**
     * Gets a response and follows its wrappers.
     *
     * @param uri the absolute URI, perhaps with macros
     * @return the ads, and what went wrong; a response that cannot be had or read is a failure without URLs to call
     */
    public ResolvedVast load(String uri) {
        return load(uri, true, true);
    }

    /**
     * Gets a response that something else than a wrapper names, such as VMAP's {@code AdSource}, and follows its wrappers.
     *
     * @param uri the absolute URI, perhaps with macros
     * @param allowMultipleAds whether a pod may be played; else the first ad that stands alone, or else the first of the pod
     * @param followWrappers whether wrappers may be followed at all
     * @return the ads, and what went wrong; a response that cannot be had or read is a failure without URLs to call
     */
    public ResolvedVast load(String uri, boolean allowMultipleAds, boolean followWrappers) {
        return new Resolution(this).load(uri, allowMultipleAds, followWrappers);
    }

    AdResponseSource source() {
        return source;
    }

    VastParser parser() {
        return parser;
    }

    WrapperLimits limits() {
        return limits;
    }

    VastMacros macros() {
        return macros;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    boolean allows(String uri) {
        int colon = uri.indexOf(':');
        return UriReferences.isAbsolute(uri)
                && colon > 0
                && schemes.contains(uri.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** Collects how wrappers are to be followed. */
    public static final class Builder {
        private final AdResponseSource source;
        private VastParser parser = VastParser.create();
        private WrapperLimits limits = WrapperLimits.DEFAULT;
        private VastMacros macros = VastMacros.NONE;
        private final Set<String> schemes = new TreeSet<>(List.of("http", "https"));
        private LongSupplier nanoTime = System::nanoTime;

        private Builder(AdResponseSource source) {
            this.source = source;
        }

        /**
         * What responses are read with.
         *
         * @param parser the parser
         * @return this
         */
        public Builder parser(VastParser parser) {
            this.parser = parser;
            return this;
        }

        /**
         * How far wrappers are followed.
         *
         * @param limits the limits
         * @return this
         */
        public Builder limits(WrapperLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * What is filled into the URLs that are asked for and into error URLs; the error code is always filled in.
         *
         * @param macros the macros
         * @return this
         */
        public Builder macros(VastMacros macros) {
            this.macros = macros;
            return this;
        }

        /**
         * Which URIs may be asked for.
         *
         * @param schemes the schemes, such as {@code https}, in lower case
         * @return this
         */
        public Builder schemes(Set<String> schemes) {
            this.schemes.clear();
            this.schemes.addAll(schemes);
            return this;
        }

        /**
         * The clock by which time is up.
         *
         * @param nanoTime gives nanoseconds from any moment on
         * @return this
         */
        public Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            return this;
        }

        /** {@return the resolver} */
        public VastResolver build() {
            return new VastResolver(this);
        }
    }
}
