/** What a service lives among, for tests: an origin, an ad server, a catalog, viewers. */
package dev.hemstitch.examples.kit.world;
