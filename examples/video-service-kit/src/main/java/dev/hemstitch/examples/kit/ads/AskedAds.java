package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.decision.Slate;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.examples.http.HttpSource;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Ads that are being asked for: what is answered is written down, and nothing is waited for beyond two deadlines. */
final class AskedAds implements AdResponseSource {
    private final HttpSource http;
    private final AdPlaylists playlists;
    private final Predicate<Ad> goesWith;
    private final Slates slates;
    private final AdAnswers.Builder answers;
    private final long responsesUntil;
    private final long playlistsUntil;
    private final Map<String, Ad> loaded = new HashMap<>();
    private Optional<IOException> failure = Optional.empty();

    AskedAds(
            HttpSource http,
            AdPlaylists playlists,
            Predicate<Ad> goesWith,
            Slates slates,
            Duration responseTime,
            Duration playlistTime,
            long nowMillis) {
        this.http = http;
        this.slates = slates;
        this.playlists = playlists;
        this.goesWith = goesWith;
        this.answers = new AdAnswers.Builder(nowMillis);
        this.responsesUntil = System.nanoTime() + responseTime.toNanos();
        this.playlistsUntil = responsesUntil + playlistTime.toNanos();
    }

    @Override
    public Fetched fetch(String uri, Duration timeout) throws IOException {
        try {
            Duration left = left(responsesUntil);
            if (left.isZero()) {
                throw new IOException("no time is left");
            }
            Fetched fetched = http.fetch(uri, left.compareTo(timeout) < 0 ? left : timeout);
            answers.add(uri, fetched.uri(), fetched.bytes());
            return fetched;
        } catch (IOException e) {
            answers.addFailure(uri);
            failure = Optional.of(e);
            throw e;
        }
    }

    /** One that is named twice is there twice, with the same renditions, or not at all: so it is written down, and so it is read later. */
    Ad load(String id, String uri) {
        Ad ad = loaded.computeIfAbsent(uri, first -> loadFirst(id, first));
        return new Ad(id, ad.presentation(), ad.problem(), ad.message(), ad.response());
    }

    private Ad loadFirst(String id, String uri) {
        Optional<AvailableAd> found = playlists.find(uri, left(playlistsUntil)).filter(ad -> isUsable(id, ad));
        if (found.isEmpty()) {
            answers.addMissingAd(uri);
            return AdPlaylists.unavailable(id);
        }
        answers.addMissing(uri, found.get().missing());
        return Ad.of(id, found.get().playlists());
    }

    /** One that has lost too much may have another media file that can stand for it. */
    private boolean isUsable(String id, AvailableAd ad) {
        return ad.missing().isEmpty() || goesWith.test(Ad.of(id, ad.playlists()));
    }

    /** One that cannot be had now is missing for good, since what others make of the answers must be the same. */
    Optional<Slate> slate(Predicate<Ad> fits) {
        Optional<Slate> slate = slates.firstToCut(left(playlistsUntil), fits);
        if (slate.isEmpty() && !slates.isEmpty()) {
            answers.addMissingAd(Slates.ID);
        }
        return slate;
    }

    /** Why a response could not be had, if one could not: of several the last. */
    Optional<IOException> failure() {
        return failure;
    }

    AdAnswers answers() {
        return answers.build();
    }

    private static Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
