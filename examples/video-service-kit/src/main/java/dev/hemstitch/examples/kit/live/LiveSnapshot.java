package dev.hemstitch.examples.kit.live;

import dev.hemstitch.core.model.MediaPlaylist;

/**
 * A live playlist at one moment.
 *
 * @param written as the origin wrote it: what the next one is compared with
 * @param playlist the same with its variables replaced
 * @param uri where it came from, behind redirects
 */
record LiveSnapshot(MediaPlaylist written, MediaPlaylist playlist, String uri) {}
