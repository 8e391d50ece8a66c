package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.Linear;
import dev.hemstitch.ads.vast.MediaFile;
import dev.hemstitch.ads.vast.ResolvedAd;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.core.uri.UriReferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** An ad server asked, its wrappers followed, and the playlists of the ads picked. */
public final class ResolveAds {
    private ResolveAds() {}

    /**
     * Asks an ad server.
     *
     * @param adTag the URL of the response, with macros
     * @param adServer fetches responses; decides which hosts may be asked
     * @param viewerAddress the address of the viewer
     * @param now the time
     * @param random where cache busters come from
     * @param beacons calls URLs
     * @return the URIs of the ads' HLS playlists
     */
    public static List<String> resolve(
            String adTag,
            AdResponseSource adServer,
            String viewerAddress,
            Instant now,
            RandomGenerator random,
            Consumer<String> beacons) {
        // begin
        VastMacros macros = VastMacros.builder() // percent-encoded where they go; unknown values become -1
                .set(VastMacro.DEVICEIP, viewerAddress)
                .set(VastMacro.SERVERSIDE, "1")
                .timestamp(now)
                .random(random)
                .build();
        VastResolver resolver = VastResolver.builder(adServer).macros(macros).build();

        ResolvedVast resolved = resolver.load(adTag); // never throws: an ad's fault is a failure with a code
        resolved.failures().forEach(failure -> failure.errorUrls().forEach(beacons));

        List<String> playlists = new ArrayList<>();
        for (ResolvedAd found : resolved.ads()) {
            List<MediaFile> files = found.ad()
                    .linearCreative()
                    .flatMap(VastCreative::linear)
                    .map(Linear::hlsMediaFiles) // none: error 403
                    .orElse(List.of());
            files.stream()
                    .findFirst()
                    .map(file -> UriReferences.resolve(found.uri(), macros.fill(file.url())))
                    .ifPresent(playlists::add);
        }
        // end
        return playlists;
    }
}
