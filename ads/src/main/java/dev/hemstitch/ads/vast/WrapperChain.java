package dev.hemstitch.ads.vast;

import java.util.ArrayList;
import java.util.List;

/**
 * The wrappers that led to a response.
 *
 * @param wrappers the wrappers, outermost first
 * @param uris the URIs of all responses so far, as asked for and behind redirects
 */
record WrapperChain(List<VastAd> wrappers, List<String> uris) {
    WrapperChain {
        wrappers = List.copyOf(wrappers);
        uris = List.copyOf(uris);
    }

    WrapperChain with(VastAd wrapper, String asked, String found) {
        List<VastAd> longer = new ArrayList<>(wrappers);
        longer.add(wrapper);
        List<String> more = new ArrayList<>(uris);
        more.add(asked);
        more.add(found);
        return new WrapperChain(longer, more);
    }

    /** Whether a wrapper blocks one of the ad's categories; a category is one of the same authority, if both say theirs. */
    boolean blocks(VastAd ad) {
        for (VastAd wrapper : wrappers) {
            for (AdCategory blocked : wrapper.wrapper().orElseThrow().blockedAdCategories()) {
                if (ad.categories().stream().anyMatch(category -> covers(blocked, category))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(AdCategory blocked, AdCategory category) {
        boolean sameAuthority = blocked.authority().isEmpty()
                || category.authority().isEmpty()
                || blocked.authority()
                        .get()
                        .equalsIgnoreCase(category.authority().get());
        if (sameAuthority) {
            for (String value : blocked.value().split("[,\\s]+", -1)) {
                if (value.equalsIgnoreCase(category.value())) {
                    return true;
                }
            }
        }
        return false;
    }
}
