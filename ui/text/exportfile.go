package text

func problemEN(why FileProblem, path string) Message {
	switch why {
	case FileNotHere:
		return Message{"Nothing can be saved from here.", "On your own machine smartbank saves receipts and statements where you want."}
	case FileNoName:
		return Message{"This is not the name of a file.", "Type a name such as receipt.pdf; a folder before it is possible."}
	case FileExists:
		return Message{path + " is there already, and was left as it is.", "Choose another name."}
	case FileIsFolder:
		return Message{path + " is a folder.", "Type the name of a file in it: " + path + "/receipt.pdf"}
	case FileIsSpecial:
		return Message{path + " is not a file, but a device or the like.", "Choose another name."}
	case FileNoFolder:
		return Message{"The folder of " + path + " is not there.", "Make it first, or choose another one."}
	case FileOutside:
		return Message{path + " is outside of the folder that may be written to here.", "Type a name without a folder."}
	case FileDenied:
		return Message{path + ": you may not write there.", "Choose another folder, such as your own."}
	case FileFull:
		return Message{"There is no room on the disk of " + path + ". No file was left.", "Make room, or choose a folder on another disk."}
	case FileNameTooLong:
		return Message{"This name is too long for a file.", "Choose a shorter one."}
	case FileBroken:
	}
	return Message{"The disk of " + path + " failed while it was written. No file was left.", "Choose a folder on another disk."}
}

func problemKO(why FileProblem, path string) Message {
	switch why {
	case FileNotHere:
		return Message{"여기서는 파일을 저장할 수 없습니다.", "고객님의 컴퓨터에서 smartbank를 실행하면 원하는 곳에 저장할 수 있습니다."}
	case FileNoName:
		return Message{"파일 이름이 아닙니다.", "receipt.pdf와 같은 이름을 입력해 주세요. 앞에 폴더를 붙일 수 있습니다."}
	case FileExists:
		return Message{path + " 파일이 이미 있어 그대로 두었습니다.", "다른 이름을 입력해 주세요."}
	case FileIsFolder:
		return Message{path + "은(는) 폴더입니다.", "그 안의 파일 이름을 입력해 주세요: " + path + "/receipt.pdf"}
	case FileIsSpecial:
		return Message{path + "은(는) 파일이 아니라 장치 등입니다.", "다른 이름을 입력해 주세요."}
	case FileNoFolder:
		return Message{path + "의 폴더가 없습니다.", "폴더를 먼저 만들거나 다른 폴더를 입력해 주세요."}
	case FileOutside:
		return Message{path + "은(는) 여기서 쓸 수 있는 폴더의 밖에 있습니다.", "폴더 없이 파일 이름만 입력해 주세요."}
	case FileDenied:
		return Message{path + ": 쓰기 권한이 없습니다.", "고객님의 폴더와 같은 다른 폴더를 입력해 주세요."}
	case FileFull:
		return Message{path + "의 디스크에 공간이 없습니다. 파일은 남지 않았습니다.", "공간을 비우거나 다른 디스크의 폴더를 입력해 주세요."}
	case FileNameTooLong:
		return Message{"파일 이름이 너무 깁니다.", "더 짧은 이름을 입력해 주세요."}
	case FileBroken:
	}
	return Message{path + "의 디스크에 쓰는 중 오류가 났습니다. 파일은 남지 않았습니다.", "다른 디스크의 폴더를 입력해 주세요."}
}
