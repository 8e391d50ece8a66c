package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.vast.Linear;
import dev.hemstitch.ads.vast.MediaFile;
import dev.hemstitch.ads.vast.ResolvedAd;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.uri.UriReferences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gets the playlists of ads that a response names.
 *
 * @param loader gets them
 * @param macros what is filled into their URIs
 * @param schemes which absolute URIs may be asked for
 */
record AdLoading(AdLoader loader, VastMacros macros, Set<String> schemes) {
    /** The ad with the first of its HLS playlists that can be read. */
    Ad load(ResolvedAd resolved) {
        VastAd ad = resolved.ad();
        Optional<VastCreative> creative = ad.linearCreative();
        Optional<Linear> linear = creative.flatMap(VastCreative::linear);
        String id = ad.id()
                .or(() -> creative.flatMap(VastCreative::adId))
                .or(() -> creative.flatMap(VastCreative::id))
                .or(ad::adTitle)
                .orElse("ad");
        if (linear.isEmpty()) {
            return Ad.unavailable(id, SkipReason.AD_NOT_LINEAR, "the ad has no linear creative")
                    .withResponse(ad);
        }
        List<MediaFile> files = linear.get().hlsMediaFiles();
        Ad last = Ad.unavailable(id, SkipReason.NO_SUPPORTED_MEDIA_FILE, unsupported(linear.get()));
        for (MediaFile file : files) {
            last = load(id, macros.fill(file.url()), resolved.uri());
            if (last.presentation().isPresent()) {
                break;
            }
        }
        return last.withResponse(ad);
    }

    private static String unsupported(Linear linear) {
        String types = linear.mediaFiles().stream()
                .map(file -> file.type().orElse("an unknown type"))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        return types.isEmpty()
                ? "the ad has no media file"
                : "no media file is an HLS playlist: " + Diagnostic.echo(types);
    }

    private Ad load(String id, String reference, String baseUri) {
        String uri = UriReferences.resolve(baseUri, reference);
        int colon = uri.indexOf(':');
        boolean allowed = !UriReferences.isAbsolute(uri)
                || schemes.contains(uri.substring(0, colon).toLowerCase(Locale.ROOT));
        return allowed
                ? loader.load(id, uri)
                : Ad.unavailable(
                        id,
                        SkipReason.AD_UNAVAILABLE,
                        "a URI of this scheme is not asked for: " + Diagnostic.echo(UriReferences.redact(uri)));
    }
}
