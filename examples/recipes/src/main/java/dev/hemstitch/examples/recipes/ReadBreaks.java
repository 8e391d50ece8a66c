package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vmap.VmapAdBreak;
import dev.hemstitch.ads.vmap.VmapAdSource;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.ads.vmap.VmapResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A VMAP response: which ads play where. */
public final class ReadBreaks {
    private ReadBreaks() {}

    /**
     * Reads the breaks and the ads that they name.
     *
     * @param vmap the response
     * @param uri its URI
     * @param resolver follows wrappers
     * @return the ads of each break
     */
    public static Map<BreakPosition, ResolvedVast> read(byte[] vmap, String uri, VastResolver resolver) {
        Map<BreakPosition, ResolvedVast> ads = new LinkedHashMap<>();
        // begin
        VmapResponse response = VmapParser.create().parse(vmap); // VmapException: code, line and column
        for (VmapAdBreak adBreak : response.adBreaks()) {
            Optional<VmapAdSource> source = adBreak.adSource().filter(any -> adBreak.isLinear());
            boolean several = source.flatMap(VmapAdSource::allowMultipleAds).orElse(true);
            boolean follow = source.flatMap(VmapAdSource::followRedirects).orElse(true);
            source.flatMap(VmapAdSource::vast)
                    .map(vast -> resolver.resolve(vast, uri, several, follow))
                    .or(() -> source.flatMap(VmapAdSource::adTagUri).map(tag -> resolver.load(tag, several, follow)))
                    .ifPresent(resolved -> ads.put(adBreak.position(), resolved));
        }
        // end
        return ads;
    }
}
