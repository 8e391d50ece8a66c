package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions that know the ads they gave a moment ago, and each ad of a state asked for once. Not safe for use by several threads. */
final class KnownAds implements LiveDecisions {
    private final LiveDecisions decisions;
    private final Map<String, Optional<LiveAd>> known = new HashMap<>();

    KnownAds(LiveDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
        Optional<List<LiveAd>> ads = decisions.ads(signalled);
        ads.ifPresent(this::know);
        return ads;
    }

    private void know(List<LiveAd> ads) {
        ads.forEach(ad -> known.putIfAbsent(ad.key(), Optional.of(ad)));
    }

    @Override
    public Optional<LiveAd> ad(String id) {
        Optional<LiveAd> ad = known.get(id);
        if (ad == null) {
            ad = decisions.ad(id);
            known.put(id, ad);
        }
        return ad;
    }

    @Override
    public Optional<LiveAd> slate() {
        return known.computeIfAbsent("", none -> decisions.slate());
    }

    @Override
    public List<LiveAd> preRoll() {
        List<LiveAd> ads = decisions.preRoll();
        know(ads);
        return ads;
    }

    @Override
    public List<LiveAd> postRoll() {
        List<LiveAd> ads = decisions.postRoll();
        know(ads);
        return ads;
    }
}
