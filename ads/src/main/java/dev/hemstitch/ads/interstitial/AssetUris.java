package dev.hemstitch.ads.interstitial;

import dev.hemstitch.core.uri.UriRebase;
import dev.hemstitch.core.uri.UriReferences;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** URIs of assets and of their lists, fit to stand in quoted strings. */
final class AssetUris {
    private AssetUris() {}

    /** A URI that ends no quoted string and no line, and that no player takes for a variable. */
    static String harmless(String uri) {
        return UriRebase.harmless(uri).replace("{$", "%7B$");
    }

    /** A URI with the query parameter that tells which interstitial it is fetched for (D.4). */
    static String identified(String uri, String id) {
        int fragment = uri.indexOf('#');
        String target = fragment < 0 ? uri : uri.substring(0, fragment);
        String separator = target.indexOf('?') < 0 ? "?" : "&";
        return target + separator + "_HLS_interstitial_id=" + encoded(id) + uri.substring(target.length());
    }

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    /**
     * The reference to a target for each of some playlists. Date ranges of one ID must agree: a relative reference is used
     * where it is the same in all playlists, else the target itself if that is absolute.
     */
    static List<String> references(List<String> playlists, String target) {
        List<String> relative = playlists.stream()
                .map(playlist -> UriReferences.relativize(playlist, target))
                .toList();
        boolean agree = relative.stream().distinct().count() == 1;
        return agree || !UriReferences.isAbsolute(target)
                ? relative
                : relative.stream().map(none -> target).toList();
    }
}
