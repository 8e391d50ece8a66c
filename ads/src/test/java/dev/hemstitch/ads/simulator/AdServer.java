package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who decides which ads a viewer sees in a break. What it answers depends on its seed, the viewer, the break and how often
 * it was asked; each first answer is remembered for the {@link PlayerModel}. For several threads that serve different
 * viewers.
 */
public final class AdServer {
    /** How an ad server behaves towards one break of one viewer. */
    public enum Behaviour {
        /** Answers at once, always the same. */
        STEADY,
        /** Answers nothing, ever. */
        FAILING,
        /** Answers nothing at first, later something. */
        LATE,
        /** Answers something else when asked again. */
        FICKLE,
        /** Answers that there are no ads. */
        EMPTY
    }

    private final long seed;
    private final AdInventory inventory;
    private final boolean steady;
    private final boolean slates;
    private final int preRollPerMille;
    private final int postRollPerMille;
    private final Map<String, Map<String, Integer>> asked = new HashMap<>();
    private final Map<String, List<List<String>>> answers = new HashMap<>();

    /**
     * An ad server of any behaviour.
     *
     * @param seed what decides
     * @param inventory the ads that it has
     */
    public AdServer(long seed, AdInventory inventory) {
        this(
                seed,
                inventory,
                false,
                Dice.of(seed, 5).chance(500),
                Dice.of(seed, 6).chance(300) ? 300 : 0,
                Dice.of(seed, 9).chance(700) ? 700 : 0);
    }

    private AdServer(
            long seed,
            AdInventory inventory,
            boolean steady,
            boolean slates,
            int preRollPerMille,
            int postRollPerMille) {
        this.seed = seed;
        this.inventory = inventory;
        this.steady = steady;
        this.slates = slates;
        this.preRollPerMille = preRollPerMille;
        this.postRollPerMille = postRollPerMille;
    }

    /**
     * An ad server that always answers at once, with a slate and without pre- and post-rolls.
     *
     * @param seed what decides
     * @param inventory the ads that it has
     * @return the ad server
     */
    public static AdServer steady(long seed, AdInventory inventory) {
        return new AdServer(seed, inventory, true, true, 0, 0);
    }

    /**
     * How it behaves.
     *
     * @param viewer towards whom
     * @param breakId in which break
     * @return its behaviour
     */
    public Behaviour behaviour(String viewer, String breakId) {
        if (steady) {
            return Behaviour.STEADY;
        }
        int throwOf = Dice.of(seed, viewer.hashCode(), breakId.hashCode(), 1).below(100);
        return throwOf < 70
                ? Behaviour.STEADY
                : throwOf < 78
                        ? Behaviour.FAILING
                        : throwOf < 86 ? Behaviour.LATE : throwOf < 95 ? Behaviour.FICKLE : Behaviour.EMPTY;
    }

    /**
     * Asks.
     *
     * @param viewer for whom
     * @param breakId for which break: whatever the caller calls it, always the same
     * @param plannedNanos how long it is said to be, if known
     * @return the ads in order; empty if there is no answer
     */
    public synchronized Optional<List<SimulatedAd>> ask(String viewer, String breakId, OptionalLong plannedNanos) {
        int times = asked.computeIfAbsent(viewer, key -> new HashMap<>()).merge(breakId, 1, Integer::sum);
        Behaviour behaviour = behaviour(viewer, breakId);
        if (behaviour == Behaviour.FAILING || (behaviour == Behaviour.LATE && times < 3)) {
            return Optional.empty();
        }
        int variant = behaviour == Behaviour.FICKLE ? times : 0;
        List<SimulatedAd> ads = behaviour == Behaviour.EMPTY
                ? List.of()
                : choose(Dice.of(seed, viewer.hashCode(), breakId.hashCode(), 2, variant), plannedNanos);
        boolean first = behaviour == Behaviour.LATE ? times == 3 : times == 1;
        if (first) {
            remember(viewer, ads);
        }
        return Optional.of(ads);
    }

    private void remember(String viewer, List<SimulatedAd> ads) {
        answers.computeIfAbsent(viewer, key -> new ArrayList<>())
                .add(ads.stream().map(SimulatedAd::id).toList());
    }

    private List<SimulatedAd> choose(Dice dice, OptionalLong plannedNanos) {
        long wanted = plannedNanos.orElse(60 * Seconds.NANOS);
        // Sometimes too little, sometimes too much.
        long share = dice.between(0, 9);
        long goal = share == 0 ? wanted / 2 : share == 1 ? wanted + 20 * Seconds.NANOS : wanted;
        List<SimulatedAd> ads = inventory.ads();
        List<SimulatedAd> chosen = new ArrayList<>();
        long total = 0;
        for (int tries = 0; tries < 12 && total < goal; tries++) {
            SimulatedAd ad = dice.pick(ads);
            if (total + ad.durationNanos() <= goal + 500_000_000L || share == 1) {
                chosen.add(ad);
                total += ad.durationNanos();
            }
        }
        return chosen;
    }

    /**
     * An ad named before.
     *
     * @param id its id
     * @return the ad
     */
    public Optional<SimulatedAd> ad(String id) {
        return inventory.ad(id);
    }

    /** {@return the slate, if this ad server fills what ads leave} */
    public Optional<SimulatedAd> slate() {
        return slates ? Optional.of(inventory.slate()) : Optional.empty();
    }

    /**
     * Ads before a new viewer sees content.
     *
     * @param viewer who
     * @return the ads, always the same; an empty list for most viewers
     */
    public synchronized List<SimulatedAd> preRoll(String viewer) {
        return firstOf(viewer, "preroll", preRollOf(viewer));
    }

    /**
     * Ads behind the end of the channel.
     *
     * @param viewer who
     * @return the ads, always the same; an empty list for some viewers
     */
    public synchronized List<SimulatedAd> postRoll(String viewer) {
        return firstOf(viewer, "postroll", postRollOf(viewer));
    }

    private List<SimulatedAd> firstOf(String viewer, String where, List<SimulatedAd> ads) {
        if (!ads.isEmpty()
                && asked.computeIfAbsent(viewer, key -> new HashMap<>()).merge(where, 1, Integer::sum) == 1) {
            remember(viewer, ads);
        }
        return ads;
    }

    List<SimulatedAd> preRollOf(String viewer) {
        Dice dice = Dice.of(seed, viewer.hashCode(), 3);
        return dice.chance(preRollPerMille) ? choose(dice, OptionalLong.of(15 * Seconds.NANOS)) : List.of();
    }

    List<SimulatedAd> postRollOf(String viewer) {
        Dice dice = Dice.of(seed, viewer.hashCode(), 4);
        return dice.chance(postRollPerMille) ? choose(dice, OptionalLong.of(20 * Seconds.NANOS)) : List.of();
    }

    /** The first answers that a viewer's breaks got, in order of asking. */
    synchronized List<List<String>> firstAnswers(String viewer) {
        return answers.getOrDefault(viewer, List.of());
    }

    /** Forgets a viewer who is gone. */
    synchronized void forget(String viewer) {
        asked.remove(viewer);
        answers.remove(viewer);
    }
}
