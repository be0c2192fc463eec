/**
 * What the Licensing page needs of the service beside the API: its settings, before anybody has signed in, and the headers
 * under which browsers load it. The page itself is in {@code src/main/webui}. Imports {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.page;

import org.jspecify.annotations.NullMarked;
