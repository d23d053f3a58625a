package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// GroupMultipleZones asks that groups outlive a zone.
var GroupMultipleZones = &checks.Check{
	ID:       "gcp-compute-group-multiple-zones",
	Title:    "Managed instance groups spread over several zones",
	Why:      "A group in one zone is down when the zone is.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Create the group anew with Location: Multiple zones.",
		CLI:       "gcloud compute instance-groups managed create <group> --region=<region> --template=<template> --size=2",
		Terraform: "resource \"google_compute_region_instance_group_manager\" \"example\" {\n  region                    = \"europe-west1\"\n  distribution_policy_zones = [\"europe-west1-b\", \"europe-west1-c\"]\n}",
	},
	Aliases: []string{"prowler:compute_instance_group_multiple_zones"},
	Link:    "https://cloud.google.com/compute/docs/instance-groups/regional-migs",
	Needs:   []inventory.Source{compute.InstanceGroupManagers},
	Run: checks.Each(compute.InstanceGroupManagers, func(p *checks.Probe, g *compute.InstanceGroupManager) {
		zones, ok := g.Zones.Get(p)
		shape, known := g.Shape.Get(p)
		one := known && shape == "ANY_SINGLE_ZONE"
		if ok && zones == 1 {
			one = true
		}
		if !one || nodePool(p, g) {
			return
		}
		p.Evidence("zones", zones)
		p.Evidence("targetShape", shape)
		p.Failf("all of its instances are in one zone")
	}),
}
