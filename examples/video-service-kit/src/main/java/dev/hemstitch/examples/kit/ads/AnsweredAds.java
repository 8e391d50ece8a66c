package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.decision.Slate;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ads that were asked for before: each response once more, in the order in which they came. */
final class AnsweredAds implements AdResponseSource {
    private final List<AdAnswers.Response> responses;
    private final AdAnswers answers;
    private final AdPlaylists playlists;
    private final Slates slates;
    private final Duration playlistTime;
    private final ServiceMetrics metrics;

    AnsweredAds(
            AdAnswers answers, AdPlaylists playlists, Slates slates, Duration playlistTime, ServiceMetrics metrics) {
        this.slates = slates;
        this.responses = new ArrayList<>(answers.responses());
        this.answers = answers;
        this.playlists = playlists;
        this.playlistTime = playlistTime;
        this.metrics = metrics;
    }

    @Override
    public Fetched fetch(String uri, Duration timeout) throws IOException {
        for (AdAnswers.Response response : responses) {
            if (response.asked().equals(uri)) {
                responses.remove(response);
                if (response.uri().isEmpty()) {
                    break;
                }
                return new Fetched(response.bytes(), response.uri());
            }
        }
        throw new IOException("there was no answer");
    }

    Optional<Slate> slate(Predicate<Ad> fits) {
        return answers.isMissing(Slates.ID) ? Optional.empty() : slates.firstToCut(playlistTime, fits);
    }

    Ad load(String id, String uri) {
        if (answers.isMissing(uri)) {
            return Ad.unavailable(
                    id, SkipReason.AD_UNAVAILABLE, "its playlists could not be had when it was asked for");
        }
        Ad ad = playlists.load(id, uri, answers.missingOf(uri), playlistTime);
        if (ad.presentation().isEmpty()) {
            metrics.count("ads.lost", "playlists"); // this replica shows less than the one that asked
        }
        return ad;
    }
}
