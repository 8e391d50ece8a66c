package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * What X-ASSET-LIST names: a JSON document with the ads of an interstitial, in order (RFC 8216bis, D.2). It may be served for
 * each viewer anew, as {@code application/json}. URIs of ads that were loaded by absolute ones are absolute, as the
 * specification demands. Immutable.
 *
 * @param assets the ads; none means that no ad plays, which not all players bear
 * @param skipControl a button that ends the interstitial early
 */
public record AssetList(List<Asset> assets, Optional<SkipControl> skipControl) {
    /**
     * A list; the assets are copied.
     *
     * @param assets the ads
     * @param skipControl a button that ends the interstitial early
     */
    public AssetList {
        assets = List.copyOf(assets);
    }

    /**
     * A list of ads whose URIs stay as they were read. An ad that has no playlists, or of which it is not known how long it is,
     * is left out.
     *
     * @param ads the ads, in order
     * @return the list
     */
    public static AssetList of(List<Ad> ads) {
        return new AssetList(
                ads.stream()
                        .filter(ad -> Usable.problem(ad).isEmpty())
                        .flatMap(ad -> ad.presentation().map(Presentation::uri).stream()
                                .map(uri -> new Asset(AssetUris.harmless(uri), ad)))
                        .toList(),
                Optional.empty());
    }

    /**
     * The same list with URIs that resolve from where it is served. The specification wants absolute ones, so those stay;
     * where a presentation is known by relative URIs only, the best that can be had are references from the list.
     *
     * @param listUri its own URI, absolute or relative to the same root as URIs of assets that are not absolute
     * @return the list; URIs that are not absolute are relative to it
     */
    public AssetList servedFrom(String listUri) {
        return new AssetList(
                assets.stream()
                        .map(asset -> UriReferences.isAbsolute(asset.uri())
                                ? asset
                                : new Asset(UriReferences.relativize(listUri, asset.uri()), asset.ad()))
                        .toList(),
                skipControl);
    }

    /**
     * Writes the document, without anything to call.
     *
     * @param output where to write UTF-8; is flushed, not closed
     * @throws IOException if writing fails
     */
    public void write(OutputStream output) throws IOException {
        new AssetListJson(Optional.empty()).write(this, output);
    }

    /**
     * Writes the document with X-AD-CREATIVE-SIGNALING (SVTA 2053, version 2) for each ad that comes from an ad response: its
     * identifiers, what is to be called when, and where a click leads. Times come from how long the ads really are.
     *
     * @param output where to write UTF-8; is flushed, not closed
     * @param macros values for macros in URLs; what a player should fill in has to be left
     * @throws IOException if writing fails
     */
    public void writeSignaling(OutputStream output, VastMacros macros) throws IOException {
        new AssetListJson(Optional.of(macros)).write(this, output);
    }
}
