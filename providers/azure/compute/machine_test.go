package compute

import "testing"

func TestMachines(t *testing.T) {
	got := read(t, Machines,
		row("Microsoft.Compute/virtualMachines", "linux", `{"storageProfile":{"osDisk":{"name":"os","osType":"Linux","managedDisk":{"id":"/d"}},"dataDisks":[{"name":"data","vhd":{"uri":"https://x"}},{"name":"more","vhd":{}}],"imageReference":{"publisher":"Canonical","offer":"ubuntu"}},
			"osProfile":{"linuxConfiguration":{"disablePasswordAuthentication":true,"patchSettings":{"patchMode":"AutomaticByPlatform","assessmentMode":"AutomaticByPlatform"}}},
			"securityProfile":{"securityType":"TrustedLaunch","encryptionAtHost":true,"uefiSettings":{"secureBootEnabled":true,"vTpmEnabled":false}},"virtualMachineScaleSet":{"id":"/S"}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "plain", `{"storageProfile":{"osDisk":{"osType":"Linux"},"imageReference":{"communityGalleryImageId":"/c"}},"osProfile":{"linuxConfiguration":{}}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "windows", `{"storageProfile":{"osDisk":{"osType":"Windows"},"imageReference":{"id":"/i"}},"osProfile":{"windowsConfiguration":{"enableAutomaticUpdates":false}}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "disk", `{"storageProfile":{"osDisk":{"osType":"Linux","createOption":"Attach"}}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "blob", `{"storageProfile":{"osDisk":{"createOption":"FromImage","image":{"uri":"https://x"},"vhd":{"uri":"https://y"}}},"virtualMachineScaleSet":{}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "odd", `{"storageProfile":{"osDisk":{"createOption":"FromImage","managedDisk":{"id":"/d"}}}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "nobody", `{"storageProfile":{"osDisk":{"createOption":"FromImage"},"imageReference":{"offer":"x"}}}`)+`,`+
			row("Microsoft.Compute/virtualMachines", "bare", `{}`))
	linux, plain, windows, disk, bare := got["linux"], got["plain"], got["windows"], got["disk"], got["bare"]
	is(t, "the system", linux.OS, "Linux")
	is(t, "the login", linux.PasswordLogin, "false")
	is(t, "the patches", linux.PatchMode, "AutomaticByPlatform")
	is(t, "the assessment", linux.AssessmentMode, "AutomaticByPlatform")
	is(t, "the type", linux.SecurityType, "TrustedLaunch")
	is(t, "secure boot", linux.SecureBoot, "true")
	is(t, "the vTPM", linux.VTPM, "false")
	is(t, "the encryption", linux.EncryptionAtHost, "true")
	is(t, "the unmanaged disks", linux.UnmanagedDisks, "[data more]")
	is(t, "the image", linux.Image, "{Canonical ubuntu false false}")
	is(t, "the set", linux.ScaleSet, "/s")
	is(t, "the login", plain.PasswordLogin, "true")
	is(t, "the patches", plain.PatchMode, "ImageDefault")
	is(t, "the type", plain.SecurityType, "Standard")
	is(t, "the image", plain.Image, "{  false true}")
	is(t, "the patches", windows.PatchMode, "Manual")
	is(t, "the image", windows.Image, "{  true false}")
	is(t, "the login of a machine from a disk", disk.PasswordLogin, "?")
	is(t, "the patches of a machine from a disk", disk.PatchMode, "?")
	is(t, "the image of a machine from a disk", disk.Image, "{  false false}")
	is(t, "a disk that is neither a blob nor managed", disk.UnmanagedDisks, "?")
	is(t, "the set", disk.ScaleSet, "")
	is(t, "an image that is a blob", got["blob"].Image, "{  true false}")
	is(t, "a set without an id", got["blob"].ScaleSet, "?")
	is(t, "an image that is left out", got["odd"].Image, "?")
	is(t, "a managed disk", got["odd"].UnmanagedDisks, "[]")
	is(t, "an image without a publisher", got["nobody"].Image, "?")
	is(t, "the encryption of an answer without properties", bare.EncryptionAtHost, "?")
	is(t, "the type of an answer without properties", bare.SecurityType, "?")
	is(t, "the set of an answer without properties", bare.ScaleSet, "?")
	is(t, "the system", bare.OS, "?")
	is(t, "the unmanaged disks", bare.UnmanagedDisks, "?")
	is(t, "the image", bare.Image, "?")

	x := read(t, Extensions, row("Microsoft.Compute/virtualMachines/extensions", "x", `{"publisher":"Microsoft.Azure.Monitor","type":"AzureMonitorLinuxAgent"}`))["x"]
	is(t, "the type", x.Type, "AzureMonitorLinuxAgent")
	is(t, "the publisher", x.Publisher, "Microsoft.Azure.Monitor")
}
