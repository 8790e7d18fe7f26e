#!/bin/sh
# Puts Chromium where the browser tests and the screenshots look for it, when it can. Says what to do when it cannot.
set -eu
if [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing Chromium from Debian's packages."
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium fonts-liberation > /dev/null
else
    echo "No Chromium at ${CHROMIUM:-/usr/bin/chromium}: install Debian's package chromium, or set CHROMIUM=<path of one>." \
        "The dashboard is built without it; its tests in a browser and make screenshots need it."
fi
