package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.vast.AdCategory;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.core.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One pod being made to fit. */
final class PodFitting {
    private final PodFitter fitter;
    private final OptionalLong mostNanos;
    private final List<Ad> substitutes;
    private final List<Ad> ads = new ArrayList<>();
    private final List<Ad> leftOut = new ArrayList<>();
    private final Set<String> creatives = new HashSet<>();
    private final Set<AdCategory> categories = new HashSet<>();
    private long adNanos;

    PodFitting(PodFitter fitter, OptionalLong breakNanos, List<Ad> substitutes) {
        this.fitter = fitter;
        this.mostNanos = breakNanos.isPresent()
                ? OptionalLong.of(
                        Math.addExact(breakNanos.getAsLong(), fitter.tolerance().toNanos()))
                : OptionalLong.empty();
        this.substitutes = new ArrayList<>(substitutes);
    }

    boolean isEmpty() {
        return ads.isEmpty();
    }

    long adNanos() {
        return adNanos;
    }

    FittedPod fitted(List<Ad> slate) {
        return new FittedPod(ads, slate, leftOut);
    }

    void leaveOutAll(SkipReason reason, String message) {
        ads.forEach(ad -> leftOut.add(ad.leftOut(reason, message)));
        ads.clear();
    }

    /** Adds an ad, or else the first substitute that can play. */
    void add(Ad ad) {
        Optional<Ad> objection = objection(ad);
        if (objection.isEmpty()) {
            take(ad);
            return;
        }
        leftOut.add(objection.get());
        for (int i = 0; i < substitutes.size() && ads.size() < fitter.maximumAds(); i++) {
            Optional<Ad> other = objection(substitutes.get(i));
            if (other.isEmpty()) {
                take(substitutes.remove(i));
                return;
            }
            if (substitutes.get(i).problem().isPresent()) {
                leftOut.add(substitutes.remove(i--));
            }
        }
    }

    private void take(Ad ad) {
        ads.add(ad);
        adNanos += ad.durationNanos();
        creatives.add(creative(ad));
        categories.addAll(categories(ad));
    }

    /** The ad with the reason why it does not play; empty if it may. */
    private Optional<Ad> objection(Ad ad) {
        long nanos = ad.durationNanos();
        if (ad.problem().isPresent() || ad.presentation().isEmpty()) {
            return Optional.of(ad);
        }
        if (nanos == 0) {
            return Optional.of(ad.leftOut(SkipReason.AD_EMPTY, "the ad has no duration"));
        }
        if (ads.size() >= fitter.maximumAds()) {
            return Optional.of(ad.leftOut(SkipReason.TOO_MANY_ADS, "the break has " + ads.size() + " ads"));
        }
        if (!fitter.allowsDuplicates() && creatives.contains(creative(ad))) {
            return Optional.of(ad.leftOut(
                    SkipReason.DUPLICATE_CREATIVE, Diagnostic.echo(creative(ad)) + " is in the break already"));
        }
        Optional<AdCategory> repeated = fitter.separatesCategories()
                ? categories(ad).stream().filter(categories::contains).findFirst()
                : Optional.empty();
        if (repeated.isPresent()) {
            return Optional.of(ad.leftOut(
                    SkipReason.CATEGORY_REPEATED,
                    "an ad of category " + Diagnostic.echo(repeated.get().value()) + " is in the break already"));
        }
        if (mostNanos.isPresent() && nanos > mostNanos.getAsLong() - adNanos) {
            return Optional.of(ad.leftOut(
                    SkipReason.DOES_NOT_FIT,
                    "the ad lasts " + PodFitter.seconds(nanos) + ", and "
                            + PodFitter.seconds(Math.max(0, mostNanos.getAsLong() - adNanos)) + " are left"));
        }
        return Optional.empty();
    }

    private static Collection<AdCategory> categories(Ad ad) {
        return ad.response().map(VastAd::categories).orElse(List.of());
    }

    /**
     * What tells creatives apart: the identifier that holds anywhere, else that of the ad server, else the playlist; one playlist
     * that a response names under several ids of creatives, or of ads, is meant to play more than once.
     */
    private static String creative(Ad ad) {
        Optional<VastCreative> linear = ad.response().flatMap(VastAd::linearCreative);
        String playlist = ad.presentation().map(Presentation::uri).orElse(ad.id());
        return linear.flatMap(creative -> creative.universalAdIds().stream()
                        .filter(id -> !id.value().isEmpty() && !id.value().equalsIgnoreCase("unknown"))
                        .map(id -> id.registry().orElse("") + " " + id.value())
                        .findFirst()
                        .or(creative::adId))
                .or(() -> linear.flatMap(VastCreative::id)
                        .or(() -> ad.response().flatMap(VastAd::id))
                        .map(id -> id + " " + playlist))
                .orElse(playlist);
    }
}
