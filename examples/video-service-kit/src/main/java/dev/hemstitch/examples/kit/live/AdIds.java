package dev.hemstitch.examples.kit.live;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What viewers' states remember ads by: the break that it was decided for, and the creative. Of the first, any replica finds the
 * answers that the ad came from; the second makes sure that it is still the same.
 */
final class AdIds {
    private static final int BREAK_CHARACTERS = 8;
    private static final int CREATIVE_CHARACTERS = 12;

    private AdIds() {}

    /** A break, short: the last part of the key under which its answers are kept. */
    static String ofBreak(String breakId) {
        return hash(breakId, BREAK_CHARACTERS);
    }

    /** An ad: its place among those of the break tells it from another one of the same creative. */
    static String of(String key, int place, Ad ad) {
        String uri = ad.presentation().map(Presentation::uri).orElse(ad.id());
        return breakOfKey(key) + '.' + hash(uri, CREATIVE_CHARACTERS) + '.' + place;
    }

    /** The break that an ad was decided for. */
    static String breakOf(String adId) {
        int end = adId.indexOf('.');
        return end < 0 ? "" : adId.substring(0, end);
    }

    private static String breakOfKey(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String hash(String text, int characters) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, characters);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
