package dev.hemstitch.ads.vast;

import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One response followed to its ends: what is used up, and what went wrong so far. */
final class Resolution {
    private final VastResolver resolver;
    private final WrapperLimits limits;
    private final long startNanos;
    private final List<VastFailure> failures = new ArrayList<>();
    private int responses;
    private int ads;
    private boolean tooMany;
    private long bytes;

    Resolution(VastResolver resolver) {
        this.resolver = resolver;
        this.limits = resolver.limits();
        this.startNanos = resolver.nanoTime();
    }

    /** What came of a response or an ad. */
    private record Outcome(List<ResolvedAd> pod, List<ResolvedAd> alone) {
        static final Outcome NOTHING = new Outcome(List.of(), List.of());
    }

    /** A response with its own URI. */
    private record Found(VastResponse response, String uri) {}

    ResolvedVast resolve(VastResponse response, String uri, boolean allowMultipleAds, boolean follow) {
        WrapperChain chain = new WrapperChain(List.of(), List.of(uri));
        Outcome outcome = response(response, uri, chain, allowMultipleAds, follow);
        return new ResolvedVast(outcome.pod, outcome.alone, failures);
    }

    ResolvedVast load(String uri, boolean allowMultipleAds, boolean follow) {
        String asked = resolver.macros().fill(uri);
        Optional<Found> found = fetch(asked, new WrapperChain(List.of(), List.of()), Optional.empty());
        return found.isEmpty()
                ? new ResolvedVast(List.of(), List.of(), failures)
                : resolve(found.get().response, found.get().uri, allowMultipleAds, follow);
    }

    private Outcome response(
            VastResponse response, String uri, WrapperChain chain, boolean allowMultipleAds, boolean follow) {
        List<VastAd> usable = allowMultipleAds ? response.ads() : single(response.ads(), chain);
        if (usable.isEmpty()) {
            String message = response.ads().isEmpty()
                    ? "there is no ad in the response"
                    : "there is only a pod in the response, and the wrapper allows no multiple ads";
            fail(VastError.NO_AD, message, uri, Optional.empty(), chain, response.errors());
            return Outcome.NOTHING;
        }
        List<ResolvedAd> pod = new ArrayList<>();
        List<ResolvedAd> alone = new ArrayList<>();
        List<Integer> vacancies = pod(usable, uri, chain, follow, pod, alone);
        for (VastAd ad : usable) {
            if (ad.sequence().isEmpty()) {
                Outcome outcome = ad(ad, uri, chain, follow);
                // Of several pods to choose from, the first.
                if (pod.isEmpty() && vacancies.isEmpty()) {
                    pod.addAll(outcome.pod);
                }
                alone.addAll(outcome.alone);
            }
        }
        for (int i = 0; i < vacancies.size() && !alone.isEmpty(); i++) {
            pod.add(Math.min(vacancies.get(i) + i, pod.size()), alone.remove(0));
        }
        return new Outcome(pod, alone);
    }

    /**
     * The only ad that may be taken where several are not allowed: the first one that stands alone. Behind a wrapper a pod is
     * none; what else asked for a single ad gets the first of a pod.
     */
    private static List<VastAd> single(List<VastAd> all, WrapperChain chain) {
        Optional<VastAd> alone =
                all.stream().filter(ad -> ad.sequence().isEmpty()).findFirst();
        boolean mayTakeOfPod = all.size() == 1 || chain.wrappers().isEmpty();
        return alone.or(() -> all.stream()
                        .filter(ad -> mayTakeOfPod)
                        .min(Comparator.comparingInt(ad -> ad.sequence().orElse(0))))
                .map(List::of)
                .orElse(List.of());
    }

    /** Follows the ads of the pod, and says before which of its ads a place is to be filled by another ad. */
    private List<Integer> pod(
            List<VastAd> usable,
            String uri,
            WrapperChain chain,
            boolean follow,
            List<ResolvedAd> pod,
            List<ResolvedAd> alone) {
        List<Integer> vacancies = new ArrayList<>();
        List<VastAd> inOrder = usable.stream()
                .filter(ad -> ad.sequence().isPresent())
                .sorted(Comparator.comparingInt(ad -> ad.sequence().orElseThrow()))
                .toList();
        for (VastAd ad : inOrder) {
            Outcome outcome = ad(ad, uri, chain, follow);
            if (!outcome.pod.isEmpty()) {
                outcome.pod.forEach(member -> pod.add(inPlaceOf(ad, member)));
                alone.addAll(outcome.alone);
            } else if (!outcome.alone.isEmpty()) {
                pod.add(inPlaceOf(ad, outcome.alone.get(0)));
                alone.addAll(outcome.alone.subList(1, outcome.alone.size()));
            } else if (ad.wrapper().filter(VastWrapper::fallbackOnNoAd).isPresent()) {
                vacancies.add(pod.size());
            }
        }
        return vacancies;
    }

    private static ResolvedAd inPlaceOf(VastAd ad, ResolvedAd found) {
        return new ResolvedAd(Merging.withSequence(found.ad(), ad.sequence()), found.uri());
    }

    private Outcome ad(VastAd ad, String uri, WrapperChain chain, boolean follow) {
        if (ads == limits.maxAds()) {
            if (tooMany) {
                return Outcome.NOTHING;
            }
            tooMany = true;
            fail(
                    VastError.WRAPPER_LIMIT,
                    "ads beyond " + limits.maxAds() + " are not looked at",
                    uri,
                    Optional.empty(),
                    chain,
                    List.of());
            return Outcome.NOTHING;
        }
        ads++;
        if (ad.wrapper().isPresent()) {
            return wrapper(ad, ad.wrapper().get(), uri, chain, follow);
        }
        if (chain.blocks(ad)) {
            return fail(ad, VastError.CATEGORY_BLOCKED, "a wrapper blocks the ad's category", uri, chain);
        }
        ResolvedAd resolved = new ResolvedAd(Merging.merge(chain.wrappers(), ad), uri);
        return new Outcome(List.of(), List.of(resolved));
    }

    private Outcome wrapper(VastAd ad, VastWrapper wrapper, String uri, WrapperChain chain, boolean follow) {
        if (!follow) {
            return fail(ad, VastError.WRAPPER_LIMIT, "additional wrappers are not to be followed", uri, chain);
        }
        if (chain.wrappers().size() >= limits.maxWrappers()) {
            String message = "more than " + limits.maxWrappers() + " wrappers in a row";
            return fail(ad, VastError.WRAPPER_LIMIT, message, uri, chain);
        }
        if (wrapper.vastAdTagUri().isEmpty()) {
            return fail(ad, VastError.WRAPPER, "the wrapper names no response", uri, chain);
        }
        String asked = UriReferences.resolve(uri, resolver.macros().fill(wrapper.vastAdTagUri()));
        if (chain.uris().contains(asked)) {
            return fail(ad, VastError.WRAPPER_LIMIT, "the wrapper names a response that led to it", asked, chain);
        }
        Optional<Found> found = fetch(asked, chain, Optional.of(ad));
        if (found.isEmpty()) {
            return Outcome.NOTHING;
        }
        return response(
                found.get().response,
                found.get().uri,
                chain.with(ad, asked, found.get().uri),
                wrapper.allowMultipleAds(),
                wrapper.followAdditionalWrappers());
    }

    private Optional<Found> fetch(String asked, WrapperChain chain, Optional<VastAd> ad) {
        long leftNanos =
                limits.timeout().minusNanos(resolver.nanoTime() - startNanos).toNanos();
        if (!resolver.allows(asked)) {
            return failed(ad, VastError.WRAPPER, "URIs of this kind are not asked for", asked, chain);
        }
        if (responses == limits.maxResponses() || bytes >= limits.maxBytes()) {
            return failed(ad, VastError.WRAPPER_LIMIT, "no more responses are asked for", asked, chain);
        }
        if (leftNanos <= 0) {
            return failed(ad, VastError.WRAPPER_TIMEOUT, "time is up", asked, chain);
        }
        responses++;
        try {
            AdResponseSource.Fetched fetched = resolver.source().fetch(asked, Duration.ofNanos(leftNanos));
            bytes += fetched.bytes().length;
            return Optional.of(new Found(resolver.parser().parse(fetched.bytes()), fetched.uri()));
        } catch (VastException e) {
            return failed(ad, e.error(), e.problem().toString(), asked, chain);
        } catch (IOException | RuntimeException e) {
            // Also whatever the embedder's client throws: an ad's fault is never the viewer's.
            String message = "the response could not be had: " + Reading.echo(String.valueOf(e.getMessage()));
            return failed(ad, VastError.WRAPPER_TIMEOUT, message, asked, chain);
        }
    }

    private Outcome fail(VastAd ad, VastError error, String message, String uri, WrapperChain chain) {
        fail(error, message, uri, ad.id(), chain, ad.errors());
        return Outcome.NOTHING;
    }

    private Optional<Found> failed(
            Optional<VastAd> ad, VastError error, String message, String uri, WrapperChain chain) {
        fail(
                error,
                message,
                uri,
                ad.flatMap(VastAd::id),
                chain,
                ad.map(VastAd::errors).orElse(List.of()));
        return Optional.empty();
    }

    private void fail(
            VastError error,
            String message,
            String uri,
            Optional<String> adId,
            WrapperChain chain,
            List<String> ownErrors) {
        VastMacros macros = resolver.macros().toBuilder().errorCode(error).build();
        List<String> urls = new ArrayList<>();
        for (VastAd wrapper : chain.wrappers()) {
            wrapper.errors().forEach(url -> urls.add(macros.fill(url)));
        }
        ownErrors.forEach(url -> urls.add(macros.fill(url)));
        failures.add(new VastFailure(error, message, uri, adId, urls));
    }
}
