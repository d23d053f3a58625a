package compute

import "testing"

func TestRef(t *testing.T) {
	h := Home{Number: "7", ID: "shop"}
	for url, want := range map[string]string{
		"": "",
		"https://www.googleapis.com/compute/v1/projects/shop/global/networks/n":   "//compute.googleapis.com/projects/7/global/networks/n",
		"https://compute.googleapis.com/compute/v1/projects/7/zones/z/disks/d":    "//compute.googleapis.com/projects/7/zones/z/disks/d",
		"projects/shop/global/networks/n":                                         "//compute.googleapis.com/projects/7/global/networks/n",
		"global/networks/default":                                                 "//compute.googleapis.com/projects/7/global/networks/default",
		"https://www.googleapis.com/compute/v1/projects/shop2/global/networks/n":  "//compute.googleapis.com/projects/shop2/global/networks/n",
		"https://www.googleapis.com/compute/v1/projects/a.com:b/global/networks/": "//compute.googleapis.com/projects/a.com:b/global/networks/",
	} {
		if got := h.Ref(url); got != want {
			t.Errorf("%s is %s, want %s", url, got, want)
		}
	}
	if !InProject(h.Ref("global/networks/n"), "7") || InProject(h.Ref("projects/70/global/networks/n"), "7") {
		t.Error("a project is not told from another one")
	}
}
