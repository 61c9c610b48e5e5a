"""From an edition to views: one per page, feed and sitemap. Pure; decides what each page shows."""
