package dev.hemstitch.ads.simulator;

/**
 * An ad of the inventory.
 *
 * @param id its id, the folder of its URIs
 * @param uri the URI of its Multivariant Playlist, to be read from {@link AdInventory#playlist}
 * @param durationNanos how long it is on its video, in nanoseconds
 * @param usable whether it fits the channel: false if its segments are too long or it lacks a rendition
 */
public record SimulatedAd(String id, String uri, long durationNanos, boolean usable) {
    @Override
    public String toString() {
        return id;
    }
}
