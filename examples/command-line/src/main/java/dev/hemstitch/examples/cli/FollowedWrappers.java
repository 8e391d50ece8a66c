package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.ResolvedAd;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastFailure;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vast.VastResponse;
import dev.hemstitch.ads.vast.WrapperLimits;
import dev.hemstitch.core.uri.UriReferences;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts in place of wrappers what they lead to, as far as it may be read. */
final class FollowedWrappers {
    private static final WrapperLimits LIMITS = new WrapperLimits(5, 50, 1_000, 64L << 20, Duration.ofSeconds(60));

    private final PrintWriter err;
    private final Input input;
    private final Set<String> schemes = new TreeSet<>();
    private final VastResolver resolver;

    /** Follows wrappers that name files if the response is one, and those on the network if that is asked for. */
    FollowedWrappers(InputReader reader, PrintWriter err, Input input, boolean network) {
        this.err = err;
        this.input = input;
        if (network) {
            schemes.addAll(List.of("http", "https"));
        }
        if (!InputReader.isHttp(input.uri())) {
            schemes.add("file");
        }
        AdResponseSource source = (uri, timeout) -> {
            Input found = reader.read(uri);
            return new AdResponseSource.Fetched(found.bytes(), found.uri());
        };
        this.resolver =
                VastResolver.builder(source).limits(LIMITS).schemes(schemes).build();
    }

    VastResponse follow(VastResponse response, boolean followWrappers) {
        List<VastAd> ads = new ArrayList<>();
        for (VastAd ad : response.ads()) {
            if (ad.wrapper().isEmpty()
                    || !followWrappers
                    || !mayFollow(ad.wrapper().get().vastAdTagUri())) {
                ads.add(ad);
            } else {
                ads.addAll(behind(ad));
            }
        }
        err.flush();
        return new VastResponse(response.version(), response.errors(), ads, response.problems());
    }

    private boolean mayFollow(String tagUri) {
        String uri = UriReferences.resolve(input.uri(), tagUri);
        return schemes.contains(uri.substring(0, Math.max(0, uri.indexOf(':'))).toLowerCase(Locale.ROOT));
    }

    private List<VastAd> behind(VastAd wrapper) {
        VastResponse alone = new VastResponse(Optional.empty(), List.of(), List.of(wrapper), List.of());
        ResolvedVast resolved = resolver.resolve(alone, input.uri());
        for (VastFailure failure : resolved.failures()) {
            err.println(input.name() + ": error " + failure.error().code() + " " + failure.error() + " "
                    + failure.message() + ": " + UriReferences.redact(failure.uri()));
        }
        List<VastAd> ads = new ArrayList<>();
        resolved.podAds().stream().map(ResolvedAd::ad).forEach(ads::add);
        resolved.standAloneAds().stream().map(ResolvedAd::ad).forEach(ads::add);
        return ads.isEmpty() ? List.of(wrapper) : ads;
    }
}
